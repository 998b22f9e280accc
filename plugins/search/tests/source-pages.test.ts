import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readSource, sourcePlaces} from '../src/dev/source-pages';

type Context = Parameters<typeof readSource>[1] & Parameters<typeof sourcePlaces>[1];

let siteDir: string;
beforeAll(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'opsbinder-search-'));
});
afterAll(() => fs.rmSync(siteDir, {recursive: true}));

function site(markdown: object = {}, trailingSlash?: boolean): Context {
  return {
    siteDir,
    baseUrl: '/ops/',
    siteConfig: {
      trailingSlash,
      markdown: {
        format: 'detect',
        mdx1Compat: {headingIds: true, admonitions: true},
        anchors: {maintainCase: false},
        ...markdown,
      },
    },
    i18n: {currentLocale: 'en', localeConfigs: {en: {htmlLang: 'en-GB'}}},
  } as unknown as Context;
}

const doc = (id: string, more: object = {}) => ({
  id,
  source: `@site/docs/${id}.md`,
  permalink: `/ops/docs/${id}`,
  title: id.toUpperCase(),
  ...more,
});

const docs = (loadedVersions: object[]) => ({'docusaurus-plugin-content-docs': {default: {loadedVersions}}});

describe('the pages of a site', () => {
  test('are docs of every version, blog posts and Markdown pages, by address', () => {
    const places = sourcePlaces(
      {
        ...docs([
          {versionName: 'current', docs: [doc('b')]},
          {versionName: '1.0', docs: [doc('b', {permalink: '/ops/docs/1.0/b'})]},
        ]),
        'docusaurus-plugin-content-blog': {
          default: {
            blogPosts: [{metadata: {source: '@site/blog/x.md', permalink: '/ops/blog/x', title: 'X'}}],
          },
          // One that is switched off.
          other: null,
        },
        'docusaurus-plugin-content-pages': {
          default: [
            {type: 'mdx', source: '@site/src/pages/a.md', permalink: '/ops/a', title: 'A'},
            {type: 'jsx', source: '@site/src/pages/index.tsx', permalink: '/ops/'},
          ],
        },
      },
      site(),
    );
    expect(places.map(({permalink, tag}) => [permalink, tag])).toEqual([
      ['/ops/a', undefined],
      ['/ops/blog/x', undefined],
      ['/ops/docs/1.0/b', 'docs-default-1.0'],
      ['/ops/docs/b', 'docs-default-current'],
    ]);
    expect(places[0]?.file).toBe(path.join(siteDir, 'src/pages/a.md'));
  });

  test('have the addresses of the built site', () => {
    const content = docs([{versionName: 'current', docs: [doc('b')]}]);
    expect(sourcePlaces(content, site({}, true))[0]?.permalink).toBe('/ops/docs/b/');
    expect(sourcePlaces(content, site({}, false))[0]?.permalink).toBe('/ops/docs/b');
  });

  test('are not those that their authors keep off the lists', () => {
    const content = docs([{versionName: 'current', docs: [doc('b', {unlisted: true})]}]);
    expect(sourcePlaces(content, site())).toEqual([]);
  });

  test('know the categories of the sidebar around them', () => {
    const sidebar = [
      {type: 'doc', id: 'top'},
      {
        type: 'category',
        label: 'Runbooks',
        link: {type: 'doc', id: 'runbooks'},
        items: [
          {type: 'category', label: 'Databases', items: [{type: 'doc', id: 'failover'}]},
          {type: 'html', value: '<hr>'},
        ],
      },
    ];
    const ids = ['top', 'runbooks', 'failover', 'nowhere'];
    const content = docs([
      {versionName: 'current', sidebars: {main: sidebar}, docs: ids.map((id) => doc(id))},
    ]);
    expect(new Map(sourcePlaces(content, site()).map(({title, categories}) => [title, categories]))).toEqual(
      new Map([
        ['FAILOVER', ['Runbooks', 'Databases']],
        ['NOWHERE', []],
        ['RUNBOOKS', []],
        ['TOP', []],
      ]),
    );
  });
});

describe('a page’s text', () => {
  const place = (file: string) => ({
    file: path.join(siteDir, file),
    permalink: '/ops/x',
    title: 'X',
    categories: [],
  });

  test('is what Docusaurus parses: titles of boxes and ids of headings as it rewrites them', async () => {
    fs.writeFileSync(path.join(siteDir, 'a.mdx'), '## A heading {#own}\n\n:::note Mind it\n\nText.\n\n:::\n');
    const {text, format, language} = await readSource(place('a.mdx'), site());
    expect(text).toBe('## A heading \\{#own}\n\n:::note[Mind it]\n\nText.\n\n:::\n');
    expect([format, language]).toEqual(['mdx', 'en-GB']);
  });

  test('has gone through the preprocessor of the site', async () => {
    fs.writeFileSync(path.join(siteDir, 'b.md'), 'Call VAULT.\n');
    const preprocessor = ({fileContent}: {fileContent: string}) => fileContent.replace('VAULT', 'us');
    expect((await readSource(place('b.md'), site({preprocessor}))).text).toBe('Call us.\n');
  });
});
