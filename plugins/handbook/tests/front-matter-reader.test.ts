import {describe, expect, test} from 'vitest';
import {repairFrontMatter, tolerantFrontMatter} from '../src/front-matter-reader.js';

describe('values written for another tool', () => {
  test.each([
    [{title: 2024}, {title: '2024'}],
    [{title: new Date('2023-01-05')}, {title: '2023-01-05'}],
    [{tags: 'ops, oncall'}, {tags: ['ops', 'oncall']}],
    [{tags: [1, 'a', {label: 'x', permalink: '/x'}]}, {tags: ['1', 'a', {label: 'x', permalink: '/x'}]}],
    [{draft: 'false'}, {draft: false}],
    [{last_update: {date: '2024-01-01', author: 'a'}}, {last_update: {date: '2024-01-01', author: 'a'}}],
    [{sidebar_position: '3'}, {sidebar_position: 3}],
    [{title: null}, {}],
    [
      {weight: 10, layout: 'page', anything: {a: 1}},
      {weight: 10, layout: 'page', anything: {a: 1}},
    ],
  ])('%j become %j', (given, expected) => {
    expect(repairFrontMatter(given)).toEqual({frontMatter: expected, dropped: []});
  });

  test.each([
    {id: 'team/page'},
    {last_update: '2024-01-01'},
    {last_update: {foo: 'bar'}},
    {last_update: {date: 'nonsense'}},
    {toc_min_heading_level: 9},
    {sidebar_position: 'first'},
    {description: ['a']},
    {draft: 'maybe'},
  ])('%j is left out and told', (given) =>
    expect(repairFrontMatter(given)).toEqual({frontMatter: {}, dropped: Object.keys(given)}),
  );
});

describe('reading a page', () => {
  const read = (fileContent: string) =>
    tolerantFrontMatter(
      async () => ({frontMatter: {read: true}, content: 'by the next reader'}),
      '/site',
    )({
      filePath: '/site/docs/page.md',
      fileContent,
      defaultParseFrontMatter: () => {
        throw new Error('not asked for');
      },
    });

  test('leaves sound front matter to the reader that was there', async () => {
    expect(await read('---\na: 1\n---\ntext')).toEqual({
      frontMatter: {read: true},
      content: 'by the next reader',
    });
  });

  test('shows the text of a page whose YAML does not parse', async () => {
    expect(await read('---\na: "b\n---\ntext\n')).toEqual({frontMatter: {}, content: 'text'});
  });

  test('shows the text of a page whose YAML only another program understands', async () => {
    const refuse = async () => {
      throw Object.assign(new Error('unknown tag !<!Ref>'), {reason: 'unknown tag !<!Ref>', mark: {line: 1}});
    };
    const reader = tolerantFrontMatter(refuse, '/site');
    expect(
      await reader({
        filePath: '/site/docs/tag.md',
        fileContent: '---\na: !Ref x\n---\ntext',
        defaultParseFrontMatter: refuse,
      }),
    ).toEqual({frontMatter: {}, content: 'text'});
  });

  test('takes a lone rule at the top for what it is', async () => {
    expect(await read('---\n\ntext: here\n')).toEqual({frontMatter: {}, content: '---\n\ntext: here'});
  });
});

test('an image beside the page that is not there is left out and told, one that is there stays', () => {
  const given = {image: './img/gone.png'};
  expect(repairFrontMatter(given, () => false)).toEqual({frontMatter: {}, dropped: ['image']});
  expect(repairFrontMatter(given, () => true)).toEqual({frontMatter: given, dropped: []});
});
