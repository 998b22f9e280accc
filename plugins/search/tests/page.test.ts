import {describe, expect, test} from 'vitest';
import {type KnownOfPage, readBuiltPage, type SiteFacts} from '../src/page';

const site: SiteFacts = {
  title: 'Acme Binder',
  titleDelimiter: '|',
  noIndex: false,
  versions: new Map([
    ['docs-default-1.0', {name: '1.0', label: '1.0', isServed: false}],
    ['docs-default-2.0', {name: '2.0', label: '2.0 (newest)', isServed: true}],
  ]),
};

interface Parts {
  htmlClass?: string;
  head?: string;
  title?: string;
}

// Written the way Docusaurus's minifier writes: no optional end tags, no quotes where none are needed.
function page(
  main: string,
  {htmlClass = 'plugin-docs', head = '', title = 'A page | Acme Binder'}: Parts = {},
) {
  return (
    `<!doctype html><html lang=en class="${htmlClass}"><head><meta charset=UTF-8>` +
    `<title data-rh=true>${title}</title>${head}</head><body><div id=__docusaurus>` +
    '<a href=#__docusaurus_skipToContent_fallback>Skip to main content</a><nav>Navbar words</nav>' +
    `<div id=__docusaurus_skipToContent_fallback>${main}</div><footer>Footer words</footer></div></body></html>`
  );
}

function indexed(html: string, known?: KnownOfPage) {
  const result = readBuiltPage(html, site, known);
  if ('leftOut' in result) throw new Error(`left out: ${result.leftOut}`);
  const body = /<body>(.*)<\/body>/s.exec(result.html)?.[1] ?? '';
  return {
    ...result,
    words: body
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

describe('what of a page can be found', () => {
  test('the main content, and nothing around it', () => {
    const {words, html} = indexed(page('<main><h1>Disk is full</h1><p>Delete old logs.</main>'));
    expect(words).toBe('Disk is full Delete old logs.');
    expect(html).toContain('<main data-pagefind-body="">');
    expect(html).toContain('<html lang="en"');
  });

  test('cells of a table are words of their own although their end tags are missing', () => {
    const table = '<table><thead><tr><th>Alert<th>Meaning<tbody><tr><td>PgDown<td>No primary</table>';
    expect(indexed(page(`<main>${table}</main>`)).words).toBe('Alert Meaning PgDown No primary');
  });

  test('list items, terms and their descriptions stay apart', () => {
    const lists = '<ul><li>one<li>two</ul><dl><dt>term<dd>description<dt>next<dd>last</dl>';
    expect(indexed(page(`<main>${lists}</main>`)).words).toBe('one two term description next last');
  });

  test('lines of code stay apart, the parts of a line together', () => {
    const code =
      '<pre><code><div class=token-line><span class="token plain">kubectl-</span><span class=token>get</span><br/></div>' +
      '<div class=token-line><span class="token plain">done</span><br/></div></code></pre>';
    expect(indexed(page(`<main>${code}</main>`)).words).toBe('kubectl-get done');
  });

  test('labels and links that only styles set apart', () => {
    const contact =
      'first<span>sre (day)</span><span>#sre</span><a>+44 21</a><a>sre@example.com</a><a>Rota</a>';
    expect(indexed(page(`<main>${contact}</main>`)).words).toBe(
      'first sre (day) #sre +44 21 sre@example.com Rota',
    );
  });

  test('words with markup in them stay whole', () => {
    const main = '<main>un<em>believ</em>able <code><span>a</span><span>b</span></code>, <a>link</a>s</main>';
    expect(indexed(page(main)).words).toBe('unbelievable ab, links');
  });

  test('the panels of tabs that are not chosen, and collapsed details', () => {
    const main =
      '<main><div role=tabpanel>Linux words</div><div role=tabpanel hidden>Mac words</div>' +
      '<details data-collapsed=true><summary>Why</summary><div>Because</div></details></main>';
    expect(indexed(page(main)).words).toBe('Linux words Mac words Why Because');
  });

  test('the text that stands for a picture', () => {
    const {words, html} = indexed(
      page('<main>See <img src=/img/x.png alt="the network diagram"> here</main>'),
    );
    expect(words).toBe('See the network diagram here');
    expect(html).not.toContain('x.png');
  });

  test('a page whose author wrote no main element', () => {
    expect(indexed(page('<div>Just words</div>')).words).toBe('Just words');
  });

  test('only the parts an author chose with data-pagefind-body', () => {
    const {html} = indexed(page('<main><p>Some</p><section data-pagefind-body>chosen</section></main>'));
    expect(html.match(/data-pagefind-body/g)).toHaveLength(1);
  });
});

describe('what of a page cannot be found', () => {
  test.each([
    ['breadcrumbs', '<nav class=theme-doc-breadcrumbs><ul class=breadcrumbs><li>Up</ul></nav>'],
    ['the table of contents', '<div class="x theme-doc-toc-mobile">On this page</div>'],
    ['a table of contents of a plain page', '<ul class="table-of-contents y"><li>Part</ul>'],
    ['links to headings', '<h2 id=a><a class=hash-link href=#a>#</a></h2>'],
    ['the version badge', '<span class="theme-doc-version-badge badge">Version: 2</span>'],
    ['tags and edit links', '<footer class=theme-doc-footer>Edit this page</footer>'],
    ['previous and next', '<nav class=pagination-nav>Next page</nav>'],
    ['cards that link to pages', '<a class="card theme-doc-card-container">Another page</a>'],
    ['buttons', '<button>Copy</button>'],
    ['scripts and styles', '<script>let a</script><style>a{}</style><noscript>none</noscript>'],
    ['what is hidden', '<div hidden>hidden</div><span aria-hidden=true>arrow</span>'],
    ['what is marked data-pagefind-ignore="all"', '<p data-pagefind-ignore=all>secret<p>'],
  ])('%s', (_name, chrome) => {
    expect(indexed(page(`<main>before ${chrome} after</main>`)).words).toBe('before after');
  });

  test('a paragraph marked to be ignored does not take the rest of the page with it', () => {
    const {html} = indexed(page('<main><p data-pagefind-ignore>not this<p>but this</main>'));
    expect(html).toContain('<p data-pagefind-ignore="">not this</p>');
  });

  test('elements that are indexed in another way', () => {
    const main = '<main><p>Intro</p><div id="tag/Events/operation/list">GET /events</div></main>';
    const elementsToDrop = new Set(['tag/Events/operation/list']);
    expect(indexed(page(main), {elementsToDrop}).words).toBe('Intro');
  });
});

describe('the title of a page', () => {
  test('is its first heading, without the link to it', () => {
    const main = '<main><h1>Disk is full<a class=hash-link>#</a></h1><p>x</main>';
    expect(indexed(page(main)).title).toBe('Disk is full');
  });

  test('is the title of the document without the name of the site where there is no such heading', () => {
    expect(indexed(page('<main>x</main>', {title: 'Archive | Acme Binder'})).title).toBe('Archive');
  });

  test('is the name of the site on a page that has only that', () => {
    expect(indexed(page('<main>x</main>', {title: 'Acme Binder'})).title).toBe('Acme Binder');
  });

  test('may hold any character', () => {
    const {html} = indexed(page('<main><h1>Q&amp;A: "x", y</h1></main>'));
    expect(html).toContain('<meta data-pagefind-meta="title[content]" content="Q&amp;A: &quot;x&quot;, y">');
  });

  test('is left to a page that sets its own', () => {
    const {html} = indexed(page('<main><h1>One</h1><p data-pagefind-meta="title">Two</main>'));
    expect(html).not.toContain('title[content]');
  });
});

describe('facts that go with a page', () => {
  test('the categories above it', () => {
    const breadcrumbs =
      '<nav class=theme-doc-breadcrumbs><ul class=breadcrumbs><li><a href=/><svg></svg></a><li><a>Runbooks</a>' +
      '<li><a>Databases</a><li class=breadcrumbs__item--active>Failover</ul></nav>';
    expect(indexed(page(`<main>${breadcrumbs}<p>x</main>`)).html).toContain('content="Runbooks › Databases"');
  });

  test('filters, metadata and weights are passed on as they are', () => {
    const main =
      '<main data-pagefind-weight=2><span data-pagefind-filter=type:runbook data-pagefind-meta="tier:Tier 1">x</span></main>';
    const head = '<meta data-pagefind-filter="owner[content]" content=sre>';
    const {html} = indexed(page(main, {head}));
    expect(html).toContain('<main data-pagefind-weight="2" data-pagefind-body="">');
    expect(html).toContain('<span data-pagefind-filter="type:runbook" data-pagefind-meta="tier:Tier 1">');
    expect(html).toContain('<meta data-pagefind-filter="owner[content]" content="sre">');
  });
});

describe('what else is known of a page', () => {
  const facts = (html: string) =>
    [...html.matchAll(/<meta data-pagefind-(meta|filter)="(\w+)\[content\]" content="([^"]*)">/g)].map(
      ([, kind, name, value]) => `${kind} ${name}: ${value}`,
    );

  test('can be filtered by, several values of a kind one by one', () => {
    const known = {filters: {type: ['runbook'], service: ['web', 'api']}, names: []};
    expect(facts(indexed(page('<main><h1>Web</h1></main>'), {facts: known}).html)).toEqual([
      'meta title: Web',
      'filter type: runbook',
      'filter service: web',
      'filter service: api',
      'filter language: en',
    ]);
  });

  test('names of alerts count like the title, also from the middle', () => {
    const known = {filters: {}, names: ['KubePodCrashLooping']};
    expect(facts(indexed(page('<main><h1>A pod restarts</h1></main>'), {facts: known}).html)).toContain(
      'meta names: KubePodCrashLooping PodCrashLooping CrashLooping',
    );
  });

  test('so does a title that is one name', () => {
    expect(facts(indexed(page('<main><h1>KubePodCrashLooping</h1></main>')).html)).toContain(
      'meta names: PodCrashLooping CrashLooping',
    );
    expect(facts(indexed(page('<main><h1>Logging</h1></main>')).html)).not.toContain('names');
  });

  test('pages of older versions say so, and come last', () => {
    const tagged = (tag: string) =>
      indexed(page('<main>x</main>', {head: `<meta name=docusaurus_tag content=${tag} />`}));
    const old = tagged('docs-default-1.0');
    expect(facts(old.html)).toEqual(expect.arrayContaining(['filter version: 1.0', 'filter rank: last']));
    const served = tagged('docs-default-2.0');
    expect(facts(served.html)).toContain('filter version: 2.0');
    expect(facts(served.html)).not.toContain('filter rank: last');
  });

  test('a deprecated page comes last', () => {
    const known = {filters: {status: ['deprecated'], rank: ['last']}, names: []};
    const {html} = indexed(page('<main>x</main>'), {facts: known});
    expect(facts(html).filter((fact) => fact === 'filter rank: last')).toHaveLength(1);
  });
});

describe('what words count', () => {
  const weights = (main: string) =>
    [
      ...indexed(page(`<main>${main}</main>`)).html.matchAll(/<(\w+)[^>]* data-pagefind-weight="([\d.]+)"/g),
    ].map(([, tag, weight]) => `${tag} ${weight}`);

  test('more under symptoms and meaning than elsewhere, and less in code', () => {
    const main =
      '<h1>Disk</h1><p>x<h2>Symptoms</h2><p>full<h3>In logs</h3><ul><li>ENOSPC</ul><h2>Fix</h2><p>x<pre><code>df</code></pre>';
    expect(weights(main)).toEqual(['p 2', 'ul 2', 'pre 0.5']);
  });

  test('an error message in a fence under symptoms as much as prose', () => {
    expect(weights('<h2>Symptoms</h2><div><pre><code>ENOSPC</code></pre></div><p>x')).toEqual([
      'pre 1',
      'p 2',
    ]);
  });

  test('what a page says itself', () => {
    expect(weights('<h2>Meaning</h2><p data-pagefind-weight=5>x')).toEqual(['p 5']);
  });
});

describe('pages that are left out', () => {
  const left = (html: string, site_ = site) => readBuiltPage(html, site_);

  test('a page that says noindex', () => {
    const html = page('<main>x</main>', {
      head: '<meta data-rh=true name=robots content="noindex, nofollow"/>',
    });
    expect(left(html)).toEqual({leftOut: 'it is marked noindex'});
  });

  test('but not the pages of a site that is kept from web search as a whole', () => {
    const html = page('<main>x</main>', {head: '<meta name=robots content="noindex, nofollow"/>'});
    expect(left(html, {...site, noIndex: true})).toHaveProperty('html');
  });

  test('an unlisted page, on such a site too', () => {
    const html = page('<main><div class="theme-unlisted-banner">Unlisted</div>x</main>');
    expect(left(html, {...site, noIndex: true})).toEqual({leftOut: 'it is unlisted'});
  });

  test('a page that is nothing but a list of others', () => {
    const because = {leftOut: 'it only lists other pages'};
    expect(left(page('<main>x</main>', {htmlClass: 'plugin-docs docs-tags-doc-list-page'}))).toEqual(because);
    expect(left(page('<main>x</main>', {htmlClass: 'plugin-blog blog-list-page'}))).toEqual(because);
    expect(left(page('<main>x</main>', {htmlClass: 'plugin-blog blog-post-page'}))).toHaveProperty('html');
  });

  test('a page that opts out as a whole', () => {
    const html = page('<main data-pagefind-ignore=all>x</main>');
    expect(left(html)).toEqual({leftOut: 'it is marked data-pagefind-ignore'});
  });

  test('a redirect, which has nothing to read', () => {
    expect(left(page(''))).toEqual({leftOut: 'it has no text'});
    expect(left('<!doctype html><meta http-equiv=refresh content="0; url=/x">')).toHaveProperty('leftOut');
  });
});
