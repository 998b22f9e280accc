import {parse} from 'parse5';
import {expect, test} from 'vitest';
import {findTag} from '../../src/usb/html.js';
import {readSections} from '../../src/usb/page-text.js';

function sections(html: string) {
  const main = findTag(parse(`<main>${html}</main>`), 'main');
  return main ? readSections(main) : [];
}

test('a page is read by its headings, with words apart that boxes keep apart', () => {
  expect(
    sections(
      '<h1>Title</h1><p>First<p>second<h2 id=a>A <code>b</code><a class=hash-link href=#a>​</a></h2><ul><li>one<li>two</ul><h3>No id</h3>x<table><tr><td>1<td>2</table>',
    ),
  ).toEqual([
    {id: '', heading: '', level: 1, text: 'First second'},
    {id: 'a', heading: 'A b', level: 2, text: 'one two No id x 1 2'},
  ]);
});

test('lines of code are apart, and what is coloured within a line is not', () => {
  const [section] = sections(
    '<pre><code><div class=token-line><span>kubectl</span><span> -n</span><br></div><div class=token-line><span>--dry</span><span>-run</span></div></code></pre>',
  );
  expect(section?.text).toBe('kubectl -n --dry-run');
});

test('operations of an API are found by the ids of their boxes', () => {
  expect(sections('<div id="tag/x" data-section-id="tag/x"><h2>List</h2><p>Records</div>')).toEqual([
    {id: 'tag/x', heading: 'List', level: 2, text: 'Records'},
  ]);
});

test('furniture is no text', () => {
  expect(
    sections(
      '<nav>n</nav><div data-pagefind-ignore>i</div><button>b</button><span aria-hidden=true>h</span>',
    ),
  ).toEqual([]);
});
