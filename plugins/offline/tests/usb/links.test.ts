import path from 'node:path';
import fc from 'fast-check';
import {parse, serialize} from 'parse5';
import {describe, expect, test} from 'vitest';
import {changeHref, rewriteLinks} from '../../src/usb/links.js';
import {readSiteFiles, rewriteCss, rewriteSrcset, safePath} from '../../src/usb/site-files.js';

const FILES = [
  'index.html',
  '404.html',
  'alerts/DbDown/index.html',
  'assets/css/styles.1.css',
  'assets/js/main.1.js',
  'docs/a b/index.html',
  'docs/fallback.html',
  'docs/100% #1/index.html',
  'docs/über/index.html',
  'img/logo.svg',
  'pagefind/pagefind.js',
  'de/index.html',
];
const site = readSiteFiles(FILES, 'https://ops.example.com', '/ops/');
site.redirects.set('alerts/DbDown/index.html', 'https://ops.example.com/ops/docs/fallback#fix');
const place = {file: 'docs/a b/index.html', url: new URL('https://ops.example.com/ops/docs/a%20b/')};
const change = (href: string) => changeHref(href, place, site);

describe('a link in a copy', () => {
  test.each([
    ['/ops/', '../../index.html'],
    ['/ops', '../../index.html'],
    ['/ops/docs/fallback', '../fallback.html'],
    ['/ops/docs/fallback/', '../fallback.html'],
    ['/ops/docs/fallback.html?q=1#x', '../fallback.html?q=1#x'],
    ['/ops/docs/%C3%BCber', '../%C3%BCber/index.html'],
    ['/ops/docs/über/#größe', '../%C3%BCber/index.html#gr%C3%B6%C3%9Fe'],
    ['/ops/docs/100%25%20%231/', '../100%25%20%231/index.html'],
    ['https://ops.example.com/ops/docs/fallback#fix', '../fallback.html#fix'],
    ['//ops.example.com/ops/img/logo.svg', '../../img/logo.svg'],
    ['/ops/docs/a%20b/#x', '#x'],
    ['#x', '#x'],
    ['/ops/de/', '../../de/index.html'],
    ['/ops/img/logo.svg/', '../../img/logo.svg'],
  ])('%s is %s', (href, expected) => {
    expect(change(href)).toBe(expected);
  });

  test('goes straight where a page would send it on, with the heading that either names', () => {
    expect(change('/ops/alerts/DbDown/')).toBe('../fallback.html#fix');
    expect(change('/ops/alerts/DbDown?namespace=prod#more')).toBe('../fallback.html?namespace=prod#more');
  });

  test.each([
    'https://example.org/',
    'mailto:a@example.com',
    'tel:+1',
    'https://ops.example.com/grafana',
    'https://ops.example.com/ops/grafana',
  ])('%s stays as it is', (href) => {
    expect(change(href)).toBe(href);
  });

  test('to another part of the host names the host, which the folder does not have', () => {
    expect(change('/grafana/d/1?a=b')).toBe('https://ops.example.com/grafana/d/1?a=b');
    expect(change('//example.org/x')).toBe('https://example.org/x');
  });

  test.each([
    '/ops/docs/gone',
    '/ops/404.html',
    '/ops/pagefind/pagefind.js',
    '/ops/docs/%zz',
    'javascript:void(0)',
    'vbscript:msgbox(1)',
  ])('%s leads to nothing', (href) => {
    expect(change(href)).toBeUndefined();
  });

  test('that is relative counts from the address that the page has, whatever the trailing slash', () => {
    const from = (url: string) => changeHref('../fallback', {file: place.file, url: new URL(url)}, site);
    expect(from('https://ops.example.com/ops/docs/a%20b/')).toBe('../fallback.html');
    expect(from('https://ops.example.com/ops/docs/x/a%20b')).toBe('../fallback.html');
    expect(from('https://ops.example.com/ops/docs/a%20b')).toBeUndefined();
  });
});

describe.each([
  ['a folder with an index (trailing slash, or none said)', (name: string) => `${name}/index.html`],
  ['a file of its own (no trailing slash)', (name: string) => `${name}.html`],
])('where each page is %s', (_name, fileOf) => {
  const name = fc
    .string({minLength: 1, maxLength: 8, unit: fc.constantFrom(...'abAB12 %#?&+:;,ä漢"\'<>()[]._-')})
    .filter((text) => !/^\.+$/.test(text) && text.trim() !== '');
  const folders = fc.uniqueArray(
    fc.array(name, {minLength: 1, maxLength: 3}).map((parts) => parts.join('/')),
    {
      minLength: 2,
      maxLength: 6,
    },
  );

  test('every link to a page leads to its file, from everywhere, and no two pages share one', () => {
    fc.assert(
      fc.property(
        folders,
        fc.constantFrom('/', '/ops/', '/a%20b/'),
        fc.boolean(),
        (pages, baseUrl, isFull) => {
          const files = pages
            .map(fileOf)
            .filter((file) => !file.split('/').some((part) => part.startsWith('.')));
          const copied = readSiteFiles(files, 'https://ops.example.com', baseUrl);
          const written = new Set(copied.places.values());
          expect(new Set([...written].map((file) => file.toLowerCase())).size).toBe(copied.places.size);
          for (const from of copied.places.keys()) {
            for (const to of copied.places.keys()) {
              const address = (file: string) =>
                baseUrl +
                file
                  .replace(/\/index\.html$/, '/')
                  .split('/')
                  .map(encodeURIComponent)
                  .join('/');
              const url = new URL(address(from), 'https://ops.example.com');
              const href = isFull ? `https://ops.example.com${address(to)}` : address(to);
              const file = copied.places.get(from) ?? '';
              const changed = changeHref(`${href}?a=b#c`, {file, url}, copied) ?? '';
              const [way = ''] = changed.split(/[?#]/);
              const found = path.posix.join(
                path.posix.dirname(file),
                ...way.split('/').map(decodeURIComponent),
              );
              expect(found).toBe(copied.places.get(to));
              expect(changed).toMatch(/\?a=b#c$/);
              // As the browser reads it, in a folder that has a name like any.
              const opened = new URL(
                changed,
                `file:///stick%201/${file.split('/').map(encodeURIComponent).join('/')}`,
              );
              expect(decodeURIComponent(opened.pathname)).toBe(`/stick 1/${copied.places.get(to)}`);
            }
          }
        },
      ),
      {numRuns: 200},
    );
  });
});

test('names are such as a stick can hold', () => {
  expect(safePath('docs/what?: "a" <b>|c*/end. /con/nul.txt/console.md')).toBe(
    'docs/what__ _a_ _b__c_/end._/con_/nul_.txt/console.md',
  );
  const {places} = readSiteFiles(['Docs/A.html', 'docs/a.html', 'docs/b.html'], 'https://a.example', '/');
  expect([...places.values()]).toEqual(['Docs/A.html', 'docs/a-2.html', 'docs/b.html']);
});

describe('a style sheet in a copy', () => {
  const css = (text: string) => rewriteCss(text, change);

  test('names files, and leaves alone what it carries itself', () => {
    expect(css('a{background:url(/ops/img/logo.svg)}')).toBe('a{background:url("../../img/logo.svg")}');
    expect(css(`a{background:url( '/ops/img/logo.svg#x' )}`)).toBe(
      'a{background:url("../../img/logo.svg#x")}',
    );
    expect(css('@import "/ops/assets/css/styles.1.css";')).toBe('@import "../../assets/css/styles.1.css";');
    const own = 'a{background:url("data:image/svg+xml;utf8,<svg a=\\"b\\">url(/x)</svg>")}b{mask:url(#m)}';
    expect(css(own)).toBe(own);
    expect(css('a{background:url(/ops/gone.svg)}')).toBe('a{background:url("data:,")}');
    expect(css('a{}/*# sourceMappingURL=styles.css.map*/')).toBe('a{}');
  });

  test('shows what is for readers without scripts, as the app is not there', () => {
    expect(
      css('@media (scripting:none){a{}}@media (scripting: enabled){b{}}@media print and (scripting){c{}}'),
    ).toBe('@media (min-width:0){a{}}@media (max-width:0){b{}}@media print and (max-width:0){c{}}');
  });
});

test('a choice of pictures keeps those that are there', () => {
  expect(
    rewriteSrcset('/ops/img/logo.svg 1x, /ops/gone.svg 2x,https://example.org/a,b.png 300w', change),
  ).toBe('../../img/logo.svg 1x, https://example.org/a%2Cb.png 300w');
});

test('what leads to nothing becomes words, and is told', () => {
  const page = parse(
    '<body><a href="/ops/gone" class="x">words</a><img src="/ops/gone.png" alt="A plan"><img src="/ops/img/logo.svg"><p style="background:url(/ops/img/logo.svg)">',
  );
  expect(rewriteLinks(page, place, site)).toEqual([
    {file: place.file, href: '/ops/gone'},
    {file: place.file, href: '/ops/gone.png'},
  ]);
  expect(serialize(page)).toContain(
    '<span class="x">words</span><span>A plan</span><img src="../../img/logo.svg"><p style="background:url(&quot;../../img/logo.svg&quot;)">',
  );
});
