import {describe, expect, test} from 'vitest';
import {digest} from '../src/manifest.js';
import {isOfThisBuild, whoAnswers, withoutScripts} from '../src/worker/judge.js';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text)).buffer;

describe('who answers', () => {
  test.each([
    [200, true, 'server'],
    [304, true, 'server'],
    [404, true, 'server'],
    [401, true, 'server'],
    [429, true, 'copy'],
    [500, true, 'copy'],
    [503, true, 'copy'],
    [undefined, true, 'copy'],
    [503, false, 'nobody'],
    [404, false, 'server'],
    [undefined, false, 'nobody'],
  ] as const)('to %s, with a copy %s: the %s', (status, hasCopy, who) => {
    expect(whoAnswers(status, hasCopy)).toBe(who);
  });
});

describe('what a server sends for a file of this build', () => {
  const page = '<!doctype html><head><script src=/main.1.js></script></head><body>Text</body>';
  const script = 'console.log(1)';
  const files: Record<string, [string, number]> = {
    'x/index.html': [digest(page), page.length],
    'main.1.js': [digest(script), script.length],
  };
  const site = {base: '/', leaveAlone: []};
  const manifest = {...site, files, shell: ['/main.1.js']};

  test.each([
    ['the very bytes', 'x/index.html', page, true],
    [
      'a page with a script of the host',
      'x/index.html',
      page.replace('</head>', '<script>1</script></head>'),
      true,
    ],
    [
      'another page of the build, which a host serves for all addresses',
      'x/index.html',
      page.replace('<head>', '<head><meta property=og:url content=https://ops.example.com/y/>'),
      false,
    ],
    [
      'the page itself, with something of the host',
      'x/index.html',
      page.replace('<head>', '<head><meta property=og:url content=https://ops.example.com/x><!-- host -->'),
      true,
    ],
    ['a page that is cut off', 'x/index.html', page.slice(0, -7), false],
    [
      'a page of another build',
      'x/index.html',
      page.replace('main.1', 'main.2').replace('Text', 'Other'),
      false,
    ],
    ['a page that says that there is none', 'x/index.html', `<h1>Not found</h1>${' '.repeat(100)}`, false],
    ['a script as it was made', 'main.1.js', script, true],
    ['a script with something more', 'main.1.js', `${script};`, false],
    ['a file that nobody knows', 'y.js', script, false],
  ])('%s', async (_, file, text, is) => {
    expect(await isOfThisBuild(file, bytes(text), manifest)).toBe(is);
  });

  test('a page by itself may have got scripts of the host, and nothing else', async () => {
    const entry: [string, number, string] = ['of other bytes', 10, digest(withoutScripts(page))];
    const own = {...site, files: {'card.html': entry}, shell: ['/x.js']};
    const judge = (text: string) => isOfThisBuild('card.html', bytes(text), own);
    expect(await judge(page.replace('</body>', '<script>1</script></body>'))).toBe(true);
    expect(await judge(page.replace('Text', 'Other text'))).toBe(false);
  });

  test('a page without scripts of the build has to be the very bytes', async () => {
    const altered = page.replace('Text', 'Other text');
    expect(await isOfThisBuild('x/index.html', bytes(altered), {...manifest, shell: []})).toBe(false);
  });
});
