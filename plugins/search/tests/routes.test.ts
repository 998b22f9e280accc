import {describe, expect, test} from 'vitest';
import {indexableRoutes, withoutBaseUrl} from '../src/routes';

describe('the address of a page in the index', () => {
  test.each([
    // trailingSlash: true
    ['/', '/', '/'],
    ['/docs/disk/', '/', '/docs/disk/'],
    ['/ops/', '/ops/', '/'],
    ['/ops/docs/disk/', '/ops/', '/docs/disk/'],
    // trailingSlash: false
    ['/docs/disk', '/', '/docs/disk'],
    ['/ops', '/ops/', '/'],
    ['/ops/docs/disk', '/ops/', '/docs/disk'],
    // trailingSlash left out: as the author wrote it
    ['/ops/docs/', '/ops/', '/docs/'],
    // a base of several parts, a locale, a page named like the base, a hash
    ['/a/b/docs', '/a/b/', '/docs'],
    ['/fr/docs', '/fr/', '/docs'],
    ['/ops/ops/x', '/ops/', '/ops/x'],
    ['/ops/api/#tag/Events', '/ops/', '/api/#tag/Events'],
  ])('%s under %s is %s', (route, baseUrl, expected) => {
    expect(withoutBaseUrl(route, baseUrl)).toBe(expected);
  });
});

describe('the routes that may be indexed', () => {
  test('are all but the page for what is not found, once each, in order', () => {
    const routes = ['/ops/404.html', '/ops/b', '/ops/a', '/ops/b', '/ops/'];
    expect(indexableRoutes(routes, '/ops/', [])).toEqual(['/ops/', '/ops/a', '/ops/b']);
  });

  test('are without those the site ignores', () => {
    const routes = ['/drafts/x', '/drafts/y/z', '/docs/drafts'];
    expect(indexableRoutes(routes, '/', ['/drafts/**'])).toEqual(['/docs/drafts']);
  });
});
