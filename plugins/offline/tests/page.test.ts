import {describe, expect, test} from 'vitest';
import {appOf, fitsName, isAnotherPage, isOfASite, scriptsIn} from '../src/worker/page.js';

const PAGE =
  '<!doctype html><head><meta name=opsbinder-built content=2026-11-20><script src=/ops/assets/js/runtime~main.ec2fb14d.js defer></script><script src="/ops/assets/js/main.ff430cb8.js" defer></script></head><body><div id=__docusaurus></div>';

describe('a page that a server sends', () => {
  test('is one of a site when it says so', () => {
    expect(isOfASite(PAGE)).toBe(true);
    expect(isOfASite('<!doctype html><title>Hotel</title><form action=/login></form>')).toBe(false);
    expect(isOfASite(PAGE.replace('opsbinder-built', 'generator'))).toBe(false);
  });

  const site = {base: '/ops/', leaveAlone: ['/ops/fr/']};
  test.each([
    [
      '<meta data-rh=true property=og:url content=https://x.example/ops/docs/a />',
      'docs/a/index.html',
      false,
    ],
    ['<meta content="https://x.example/ops/docs/a/" property="og:url">', 'docs/a.html', false],
    ['<meta property=og:url content=https://x.example/ops/docs/a>', 'docs/b', true],
    ['<meta property=og:url content=https://x.example/ops/404.html>', 'docs/b', true],
    ['<meta property=og:url content=https://x.example/ops/fr/docs/b>', 'docs/b', true],
    ['<meta property=og:url content=nowhere>', 'docs/b', false],
    ['', 'docs/b', false],
  ])('with %s, asked for %s, is another: %s', (html, file, is) => {
    expect(isAnotherPage(html, file, site)).toBe(is);
  });
});

describe('the app of a build', () => {
  const app = appOf(scriptsIn(PAGE));

  test('is told by the scripts that know all others, however they are written', () => {
    expect(app).toBe('main.ff430cb8.js runtime~main.ec2fb14d.js');
    const loaded = [
      'https://x.example/ops/assets/js/main.ff430cb8.js',
      'https://x.example/ops/assets/js/1502.11daef38.js',
      'https://x.example/ops/assets/js/runtime~main.ec2fb14d.js',
    ];
    expect(appOf(loaded)).toBe(app);
  });

  test('is not that of another build of the same day', () => {
    expect(appOf(scriptsIn(PAGE.replace('ec2fb14d', '0badf00d')))).not.toBe(app);
  });

  test('cannot be told of a page without them', () => {
    expect(appOf(scriptsIn('<p>assets/js/main.ff430cb8.js</p><script>1</script>'))).toBe('');
  });
});

test.each([
  ['/assets/js/a.11daef38.js', 'text/javascript; charset=utf-8', true],
  ['/assets/js/a.11daef38.js', 'application/javascript', true],
  ['/assets/js/a.11daef38.js', 'text/html; charset=utf-8', false],
  ['/assets/js/a.11daef38.js', null, false],
  ['/assets/css/a.11daef38.css', 'text/css', true],
  ['/assets/css/a.11daef38.css', 'text/plain', false],
  ['/img/plan.svg', 'image/svg+xml', true],
  ['/img/plan.svg', 'text/html', false],
  ['/img/plan.png', null, true],
  ['/docs/page', 'text/html', true],
  ['/docs/page.html', 'text/html', true],
])('%s may come as %s: %s', (path, type, may) => {
  expect(fitsName(path, type)).toBe(may);
});
