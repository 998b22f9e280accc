import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {alertPage, filesFor, isImmutable, pageName, pathBelow, pathOf} from '../src/worker/paths.js';

const folders = {pagesAreFolders: true};
const files = {pagesAreFolders: false};

describe('an address', () => {
  const site = {base: '/ops/', leaveAlone: ['/ops/fr/']};

  test.each([
    ['/ops/', ''],
    ['/ops', ''],
    ['/ops/docs/a%20b', 'docs/a b'],
    ['/ops/french', 'french'],
  ])('%s is ours: %j', (address, path) => {
    expect(pathBelow(address, site)).toBe(path);
  });

  test.each(['/', '/opsx/', '/ops/fr/', '/ops/fr', '/ops/fr/docs', '/ops/%E0%A4%A'])(
    '%s is not',
    (address) => {
      expect(pathBelow(address, site)).toBeUndefined();
    },
  );
});

describe('a page', () => {
  test.each(['x', 'x/', 'x/index.html', 'x.html'])(
    'written as %s is found in a folder or in a file',
    (path) => {
      for (const shape of [folders, files]) {
        expect(filesFor(path, shape)).toContain('x/index.html');
        expect(filesFor(path, shape)).toContain('x.html');
      }
      expect(pageName(path)).toBe('x');
    },
  );

  test('is looked for first where the site puts its pages', () => {
    expect(filesFor('x', folders)).toEqual(['x', 'x/index.html', 'x.html']);
    expect(filesFor('x', files)).toEqual(['x', 'x.html', 'x/index.html']);
  });

  test('at the base is the home page', () => {
    expect(filesFor('', folders)).toEqual(['index.html']);
    expect(pageName('index.html')).toBe('');
    expect(pathOf('index.html', files)).toBe('');
  });

  test('is fetched by the address that no host leads elsewhere', () => {
    expect(pathOf('docs/a b/index.html', folders)).toBe('docs/a%20b/');
    expect(pathOf('docs/x.html', files)).toBe('docs/x');
    expect(pathOf('quick-reference/x.html', folders)).toBe('quick-reference/x.html');
  });

  test('is found again by the address it is fetched by, whatever its name', () => {
    const name = fc
      .string({minLength: 1, maxLength: 12})
      .filter((text) => !/[/\\]|^\.+$|\.html$|^index$/.test(text));
    const page = fc.tuple(fc.array(name, {minLength: 1, maxLength: 3}), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(page, ([parts, inFolder, pagesAreFolders]) => {
        const file = parts.join('/') + (inFolder ? '/index.html' : '.html');
        const address = new URL(`/ops/${pathOf(file, {pagesAreFolders})}`, 'https://ops.example.com');
        const path = pathBelow(address.pathname, {base: '/ops/', leaveAlone: []});
        expect(filesFor(path ?? '', {pagesAreFolders})).toContain(file);
      }),
    );
  });
});

describe('the address of an alert', () => {
  const pages = {highlatency: '/ops/docs/latency', 'disk full': '/ops/docs/disks#full'};
  const site = {base: '/ops/', leaveAlone: [], alerts: {folder: 'alerts/', pages}};
  const lead = (address: string) => alertPage(new URL(address, 'https://ops.example.com'), site);

  test.each([
    ['/ops/alerts/HighLatency/', '/ops/docs/latency'],
    ['/ops/alerts/highlatency?namespace=prod', '/ops/docs/latency?namespace=prod'],
    ['/ops/alerts/HIGHLATENCY.html', '/ops/docs/latency'],
    ['/ops/alerts/Disk%20full/?disk=sda', '/ops/docs/disks?disk=sda#full'],
  ])('%s leads to %s', (address, page) => {
    expect(lead(address)).toBe(page);
  });

  test.each([
    '/ops/alerts/',
    '/ops/alerts/Other/',
    '/ops/alerts/constructor',
    '/ops/docs/highlatency',
    '/alerts/x',
  ])('%s leads nowhere', (address) => {
    expect(lead(address)).toBeUndefined();
  });
});

test.each([
  ['assets/js/main.4c0ae337.js', true],
  ['/ops/assets/images/plan-1f0c9d3e8a7b6c5d4e3f2a1b0c9d8e7f.png', true],
  ['pagefind/fragment/en_116d81a.pf_fragment', true],
  ['pagefind/pagefind.en_8fdd82dad1.pf_meta', true],
  ['pagefind/pagefind.js', false],
  ['assets/js/main.js', false],
  ['assets/css/styles.3f97c320.css', true],
  ['assets/files/hosts-1f0c9d3e8a7b6c5d4e3f2a1b0c9d8e7f.txt', true],
  ['assets/roster-20261120.svg', false],
  ['assets/images/roster-20261120.svg', false],
  ['img/logo.svg', false],
  ['docs/assets-deadbeef/index.html', false],
])('%s never changes under its name: %s', (file, is) => {
  expect(isImmutable(file)).toBe(is);
});
