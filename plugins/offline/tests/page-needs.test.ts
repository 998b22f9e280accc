import {expect, test} from 'vitest';
import {readPageNeeds, readStyleNeeds} from '../src/page-needs.js';

test('a page needs what a browser fetches to show it, and the files it hands out', () => {
  const html = `<!doctype html><html><head><title>T | Site</title>
    <link rel=stylesheet href=/ops/a.css><link rel="icon" href=/ops/i.svg><link rel=canonical href=https://ops.example.com/ops/>
    <link rel=alternate href=/ops/fr/><script src=/ops/main.js defer></script><style>p{background:url(/ops/p.png)}</style></head>
    <body><h1>The <b>title</b>\u200b</h1><img src=/ops/b.png srcset="/ops/b1.png 1x, /ops/b2.png 2x"><img src="data:image/png;base64,AA">
    <video src=/ops/v.mp4 poster=/ops/v.png></video><a href=/ops/docs/other>x</a><a href=/ops/assets/files/list-1.txt>y</a>
    <p style="background:url('/ops/q.png')">z</p></body>`;
  const needs = readPageNeeds(html);
  expect(needs.title).toBe('The title');
  expect(needs.scripts).toEqual(['/ops/main.js']);
  expect(needs.addresses.sort()).toEqual(
    [
      'a.css',
      'assets/files/list-1.txt',
      'b.png',
      'b1.png',
      'b2.png',
      'i.svg',
      'main.js',
      'p.png',
      'q.png',
      'v.mp4',
      'v.png',
    ].map((name) => `/ops/${name}`),
  );
});

test('a style sheet needs its pictures, fonts and other sheets', () => {
  const css =
    '@import "b.css";@font-face{src:url("f.woff2") format("woff2"),url( f.ttf )}p{mask:url(\'m.svg#a\')}';
  expect(readStyleNeeds(css).sort()).toEqual(['b.css', 'f.ttf', 'f.woff2', 'm.svg#a']);
});
