import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ENGLISH} from '../src/words.js';
import {noticeHtml, standInPage, withNotice} from '../src/worker/notice.js';
import {builtOf} from '../src/worker/page.js';

const facts = {
  words: ENGLISH,
  lang: 'en',
  base: '/ops/',
  origin: 'https://ops.example.com',
  pagesAreFolders: true,
  pages: [['docs/failover/index.html', 'Failover <db>']] as [string, string][],
};

describe('the line', () => {
  test('says the day as the language of the page has it', () => {
    expect(noticeHtml({copy: {built: '2026-11-20'}}, facts)).toContain('built on 20 November 2026.');
    const french = {...facts, lang: 'fr', words: {...ENGLISH, built: 'Copie du {date}.'}};
    expect(noticeHtml({copy: {built: '2026-11-20'}}, french)).toContain('Copie du 20 novembre 2026.');
  });

  test('says the day in figures where nobody knows the language', () => {
    const html = noticeHtml({copy: {built: '2026-11-20'}}, {...facts, lang: 'no_such_LANGUAGE!'});
    expect(html).toContain('built on 2026-11-20.');
  });

  test('says no day where none is known', () => {
    expect(noticeHtml({copy: {built: null}}, facts)).toContain('<p>Offline copy.</p>');
  });

  test('names the page that is missing, and lists what is kept', () => {
    const html = noticeHtml({missing: '/ops/docs/x'}, facts);
    expect(html).toContain('The page /ops/docs/x cannot be reached');
    expect(html).toContain('<a href="/ops/docs/failover/">Failover &lt;db&gt;</a>');
  });

  test('asks for a missing page on no other host', () => {
    for (const html of [
      standInPage('//evil.example/x', facts),
      noticeHtml({missing: '//evil.example/x'}, facts),
    ]) {
      expect(html).toContain('href="https://ops.example.com//evil.example/x"');
    }
  });

  test('lets no path become markup', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const plain = noticeHtml({missing: '/x'}, facts);
        const html = noticeHtml({missing: path}, facts);
        expect(html.match(/</g)?.length).toBe(plain.match(/</g)?.length);
        expect(html.match(/"/g)?.length).toBe(plain.match(/"/g)?.length);
        expect(standInPage(path, facts).match(/<script|<img/)).toBe(null);
      }),
    );
  });
});

describe('a page with the line', () => {
  test.each([
    [
      '<!doctype html><html><head></head><body class=a><div id=__docusaurus></div></body>',
      'class=a>LINE<div',
    ],
    ['<!doctype html><head><title>T</title></head><main>x</main>', '</head>LINE<main>'],
    ['<!doctype html><h1>x</h1>', '<!doctype html>LINE<h1>'],
    ['<head><script>"<body>"</script></head><body><p>x</p>', '<body>LINE<p>'],
  ])('has it in front of all else: %s', (html, expected) => {
    expect(withNotice(html, 'LINE')).toContain(expected);
  });
});

test.each([
  ['<meta name=opsbinder-built content=2026-11-20>', '2026-11-20'],
  ['<meta name="opsbinder-built" content="2026-11-20"/>', '2026-11-20'],
  ['<meta content=2026-11-20 name=opsbinder-built>', '2026-11-20'],
  ['<meta name=description content=2026-11-20>', null],
  ['<meta name=opsbinder-built content=today>', null],
])('%s was built on %s', (html, day) => {
  expect(builtOf(html)).toBe(day);
});
