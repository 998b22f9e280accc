import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {expect, test} from 'vitest';
import * as polished from '../src/bundle/polished';
import {routeModules} from '../src/route-modules';

const require = createRequire(import.meta.url);

test('Shades of a CSS variable are left to the browser to mix', () => {
  expect(polished.darken(0.1, 'var(--a)')).toBe('color-mix(in srgb, var(--a), black 10%)');
  expect(polished.lighten(0.25, '#fff')).toBe('color-mix(in srgb, #fff, white 25%)');
  expect(polished.transparentize(0.95, 'var(--a)')).toBe('color-mix(in srgb, var(--a), transparent 95%)');
});

test('Everything that Redoc takes from polished is there', () => {
  const names = Object.keys(require('polished'));
  for (const bundle of ['redoc.lib.js', 'redoc.browser.lib.js']) {
    const source = readFileSync(require.resolve(`redoc/bundles/${bundle}`), 'utf8');
    const used = names.filter((name) => new RegExp(`\\(0,\\w+\\.${name}\\)\\(`).test(source));
    expect(used).toContain('darken');
    expect(Object.keys(polished)).toEqual(expect.arrayContaining(used));
  }
});

test('The browser fetches Redoc and the API later, the server has them', () => {
  const {browser, server} = routeModules('default', 'api.json');
  expect(browser).not.toMatch(/^import /m);
  expect(browser).toContain("import('@theme/ApiReference/Content')");
  expect(server).toContain('require("./api.json")');
});
