import {expect, test} from 'vitest';
import {hasPwaPlugin, namesPwaPlugin} from '../src/refuse-pwa.js';

test.each([
  ['its name', '@docusaurus/plugin-pwa'],
  ['its short name', 'pwa'],
  ['its name with options', ['@docusaurus/plugin-pwa', {debug: true}]],
  ['its path', '/site/node_modules/@docusaurus/plugin-pwa/lib/index.js'],
  ['its path on Windows', 'C:\\site\\node_modules\\@docusaurus\\plugin-pwa\\lib\\index.js'],
])('plugin-pwa is seen by %s', (_, plugin) => {
  expect(namesPwaPlugin({plugins: ['other', plugin as string]})).toBe(true);
});

test('other plugins are not', () => {
  const plugins = [
    '@docusaurus/plugin-sitemap',
    ['my-pwa-badge', {}] as [string, object],
    null,
    () => ({name: 'x'}),
  ];
  expect(namesPwaPlugin({plugins})).toBe(false);
  expect(hasPwaPlugin([{name: 'docusaurus-plugin-sitemap'}])).toBe(false);
});

test('nor does it hide behind a function', () => {
  expect(hasPwaPlugin([{name: 'docusaurus-plugin-pwa'}])).toBe(true);
});
