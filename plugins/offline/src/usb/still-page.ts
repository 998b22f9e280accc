import {
  append,
  attribute,
  classes,
  clone,
  closest,
  createElement,
  descendants,
  type Element,
  elementChildren,
  find,
  findClass,
  findTag,
  fromHtml,
  has,
  hasClass,
  lineOf,
  type Parent,
  remove,
  rename,
  replace,
  setAttribute,
  textOf,
  unwrap,
} from './html.js';

const ALL_PAGES = 'opsbinder-copy-all';
const LAYOUT_CLASS = /^(navbar|theme-|row|col|container|main-wrapper)/;
const SHOWS_SOMETHING = new Set('a audio canvas hr iframe img input object svg table video'.split(' '));
const MAY_GO_WHEN_EMPTY = new Set('div fieldset form label li p section span'.split(' '));

/**
 * Turns a page that was made for the app into one that is whole without it: everything is opened, and no control is
 * left that would do nothing.
 *
 * @param indexLink where the list of all pages is, as a link of the site or of the copy
 * @param allPages what that link says
 */
export function stillPage(body: Element, {indexLink, allPages}: {indexLink: string; allPages: string}): void {
  dropScripts(body);
  for (const element of descendants(body)) {
    if (element.tagName === 'noscript') unwrap(element);
    else if (hasClass(element, 'navbar-sidebar__backdrop')) remove(element);
    else if (has(element, 'data-blanks')) listBlanks(element);
    else if (element.tagName === 'details') showFolded(element);
  }
  openTabs(body);
  foldContents(body);
  linkToIndex(body, indexLink, allPages);
  for (const button of descendants(body).filter(({tagName}) => tagName === 'button')) {
    stillButton(button, indexLink);
  }
  dropFields(body);
  for (const link of descendants(body)) stillLink(link);
  const sidebar = findClass(body, 'theme-doc-sidebar-container');
  if (sidebar?.parentNode && 'attrs' in sidebar.parentNode)
    addClass(sidebar.parentNode, 'opsbinder-copy-columns');
}

/** Takes out all scripts but the one that gives the page its colours before it is seen. */
function dropScripts(body: Element): void {
  for (const element of descendants(body)) {
    if (element.tagName !== 'script') continue;
    const isColours = !has(element, 'src') && textOf(element).includes('setAttribute("data-theme"');
    if (!isColours) remove(element);
  }
}

// Docusaurus folds its own `details` by styles that a script would take away.
function showFolded(details: Element): void {
  setAttribute(details, 'data-collapsed', undefined);
  for (const child of elementChildren(details)) {
    if (/display:\s*none/.test(attribute(child, 'style') ?? '')) setAttribute(child, 'style', undefined);
  }
}

/** The fields for blanks become what is said of the blanks. */
function listBlanks(panel: Element): void {
  const summary = findTag(panel, 'summary');
  const title = summary && (findTag(summary, 'span') ?? summary);
  const items = descendants(panel)
    .filter(({tagName}) => tagName === 'label')
    .flatMap((label) => {
      const field = label.parentNode;
      if (!field) return [];
      const inside = descendants(field);
      const hints = inside.filter(({tagName}) => tagName === 'p').map(lineOf);
      const options = inside
        .filter((element) => element.tagName === 'option' && attribute(element, 'value') !== '')
        .map(lineOf);
      const words = [...hints, options.join(', ')].filter(Boolean);
      if (words.length === 0) return [];
      return [createElement('li', {}, [createElement('code', {}, [lineOf(label)]), `: ${words.join('. ')}`])];
    });
  if (items.length === 0) {
    removeWithEmptyParents(panel);
    return;
  }
  const heading = createElement('p', {}, [createElement('strong', {}, [title ? lineOf(title) : ''])]);
  replace(panel, [
    createElement('div', {class: 'opsbinder-copy-blanks', 'data-pagefind-ignore': ''}, [
      heading,
      createElement('ul', {}, items),
    ]),
  ]);
}

/** Puts the panels of tabs below each other, each with its label. A panel that the app alone fills is not there. */
function openTabs(body: Element): void {
  for (const list of descendants(body).filter((element) => attribute(element, 'role') === 'tablist')) {
    const box = list.parentNode;
    if (!box) continue;
    const isPanel = (element: Element) => attribute(element, 'role') === 'tabpanel';
    const inBox = descendants(box);
    const panels = inBox.filter((element) => {
      const outer = closest(element, isPanel);
      return isPanel(element) && !(outer && inBox.includes(outer));
    });
    const tabs = elementChildren(list).filter((element) => attribute(element, 'role') === 'tab');
    const shown = panels.length === tabs.length ? tabs : tabs.filter(isSelected);
    for (const [index, panel] of panels.entries()) {
      const label = shown[index];
      const isEmpty = lineOf(panel) === '' && !descendants(panel).some(({tagName}) => tagName === 'img');
      if (isEmpty) {
        remove(panel);
        continue;
      }
      for (const name of ['hidden', 'role', 'tabindex', 'aria-labelledby'])
        setAttribute(panel, name, undefined);
      // The theme's own name of a tab, for paper.
      for (const own of elementChildren(panel).filter((line) => hasClass(line, 'opsbinder-tab-name')))
        remove(own);
      addClass(panel, 'opsbinder-copy-panel');
      if (label) {
        const line = createElement('p', {class: 'opsbinder-copy-tab'}, [lineOf(label)]);
        replace(panel, [line, clone(panel)]);
      }
    }
    remove(list);
  }
}

function isSelected(tab: Element): boolean {
  return attribute(tab, 'aria-selected') === 'true';
}

/** On a phone the table of contents is a fold that the app fills; here it has what stands beside the page. */
function foldContents(body: Element): void {
  const fold = findClass(body, 'theme-doc-toc-mobile');
  if (!fold) return;
  const aside = findClass(body, 'theme-doc-toc-desktop');
  const list = aside && findTag(aside, 'ul');
  if (!list) {
    remove(fold);
    return;
  }
  const summary = createElement('summary', {}, [lineOf(fold)]);
  replace(fold, [
    createElement('details', {class: `opsbinder-copy-toc ${attribute(fold, 'class')}`}, [
      summary,
      clone(list),
    ]),
  ]);
}

/** Puts the link to the list of all pages where the search box was. */
function linkToIndex(body: Element, indexLink: string, allPages: string): void {
  const bar = findClass(body, 'navbar');
  if (!bar) return;
  const link = createElement('a', {class: `navbar__item navbar__link ${ALL_PAGES}`, href: indexLink}, [
    allPages,
  ]);
  const box = find(bar, opensDialog);
  const place =
    findClass(bar, 'navbar__items--right') ??
    findClass(bar, 'navbar__items') ??
    findClass(bar, 'navbar__inner');
  // The box may stand in others that are laid over the bar on a phone.
  const item = box && (closest(box, (element) => isItemsOf(element.parentNode)) ?? box);
  if (item) replace(item, [link]);
  else append(place ?? bar, link);
}

function isItemsOf(parent: Parent | null): boolean {
  return parent !== null && 'attrs' in parent && hasClass(parent, 'navbar__items');
}

function opensDialog(element: Element): boolean {
  return element.tagName === 'button' && attribute(element, 'aria-haspopup') === 'dialog';
}

function stillButton(button: Element, indexLink: string): void {
  if (opensDialog(button) && closest(button, ({tagName}) => tagName === 'main')) {
    // It asked for the search dialog.
    const link = rename(button, 'a', ['class']);
    addClass(link, 'opsbinder-copy-prompt');
    link.attrs.push({name: 'href', value: indexLink});
    return;
  }
  if (lineOf(button) === '' || isFurniture(button)) {
    removeWithEmptyParents(button);
    return;
  }
  // Redoc's responses: what the button says is part of the page. It can hold boxes, which a span could not.
  rename(button, 'div', ['class', 'id']);
}

function isFurniture(button: Element): boolean {
  return (
    has(button, 'data-copy') ||
    classes(button).some((name) => name === 'clean-btn' || name.startsWith('theme-')) ||
    closest(button, isToolbar) !== undefined
  );
}

function isToolbar(element: Element): boolean {
  return (
    ['nav', 'aside', 'dialog'].includes(element.tagName) ||
    has(element, 'data-pagefind-ignore') ||
    (hasClass(element, 'opsbinder-copy-panel') && closest(element, isApi) !== undefined)
  );
}

function isApi(element: Element): boolean {
  return hasClass(element, 'api-reference');
}

/** Takes out fields that nothing reads, with their labels. Boxes to tick do what they should without a script. */
function dropFields(body: Element): void {
  for (const field of descendants(body)) {
    if (field.tagName === 'dialog') remove(field);
    if (!['input', 'select', 'textarea'].includes(field.tagName)) continue;
    if (/^(checkbox|radio)$/.test(attribute(field, 'type') ?? '')) continue;
    const id = attribute(field, 'id');
    const label =
      closest(field, ({tagName}) => tagName === 'label') ??
      (id === undefined
        ? undefined
        : find(body, (element) => element.tagName === 'label' && attribute(element, 'for') === id));
    // Redoc lays a selection over a label that shows what is selected.
    if (label && !closest(field, isApi)) removeWithEmptyParents(label);
    removeWithEmptyParents(field);
  }
}

/** Removes an element and the boxes around it that have nothing to show then. */
function removeWithEmptyParents(element: Element): void {
  let next: Parent | null = element;
  for (let isFirst = true; next && 'attrs' in next; isFirst = false) {
    const box: Element = next;
    const mayGo =
      isFirst ||
      (MAY_GO_WHEN_EMPTY.has(box.tagName) &&
        !has(box, 'id') &&
        !classes(box).some((name) => LAYOUT_CLASS.test(name)) &&
        lineOf(box) === '' &&
        !descendants(box).some(({tagName}) => SHOWS_SOMETHING.has(tagName)));
    if (!mayGo) return;
    next = box.parentNode;
    remove(box);
  }
}

// A link that was a button to the app is a link again, and one that led nowhere is words.
function stillLink(link: Element): void {
  if (link.tagName !== 'a') return;
  if (attribute(link, 'role') === 'button') {
    for (const name of ['role', 'aria-expanded', 'aria-haspopup']) setAttribute(link, name, undefined);
  }
  setAttribute(link, 'aria-haspopup', undefined);
  if (attribute(link, 'href') === '#' && hasClass(link, 'navbar__link')) {
    // Its menu is shown while something in it has the focus.
    rename(link, 'span', ['class']).attrs.push({name: 'tabindex', value: '0'});
  }
}

function addClass(element: Element, name: string): void {
  setAttribute(element, 'class', [...classes(element), name].join(' '));
}

/** The line on every page that says what the reader has before them. */
export function copyLine(html: string, attributes: Record<string, string>): Element {
  return createElement('aside', {class: 'opsbinder-copy', ...attributes}, [
    createElement('p', {}, fromHtml(html)),
  ]);
}
