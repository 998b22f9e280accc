import {defaultTreeAdapter as tree} from 'parse5';
import {attribute, classes, type Element, has, type Node, textOf} from './html.js';

/** A part of a page from one heading to the next. */
export interface TextSection {
  /** What a link to it names; empty for the part before the first heading. */
  id: string;
  heading: string;
  /** 1 to 6; 1 for the part before the first heading. */
  level: number;
  text: string;
}

const NO_TEXT = new Set('button footer nav noscript script select style svg template input'.split(' '));
const FURNITURE = new Set([
  'hash-link',
  'table-of-contents',
  'theme-doc-breadcrumbs',
  'theme-doc-toc-desktop',
  'theme-doc-toc-mobile',
  'theme-doc-version-badge',
  'theme-doc-version-banner',
]);
// Markup within words. Around any other element, words end.
const IN_WORDS = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(' '),
);

/**
 * The text of a page's main content by its headings, in one line each, so that an error message can be found however
 * its line breaks stood.
 */
export function readSections(content: Element): TextSection[] {
  const sections: TextSection[] = [{id: '', heading: '', level: 1, text: ''}];
  const read = (node: Node, sectionId: string): void => {
    const current = sections.at(-1) as TextSection;
    if (tree.isTextNode(node)) {
      current.text += node.value;
      return;
    }
    if (!tree.isElementNode(node) || isLeftOut(node)) return;
    // Redoc's headings have no ids; the boxes around them have.
    const own = attribute(node, 'data-section-id') ?? sectionId;
    const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0);
    if (level === 1) return;
    if (level > 1) {
      const id = attribute(node, 'id') ?? own;
      const isNew = id !== '' && id !== current.id;
      if (isNew) sections.push({id, heading: squeeze(headingText(node)), level, text: ''});
      else current.text += ` ${headingText(node)} `;
      return;
    }
    if (node.tagName === 'img') current.text += ` ${attribute(node, 'alt') ?? ''} `;
    const apart = !IN_WORDS.has(node.tagName);
    if (apart) current.text += ' ';
    for (const child of node.childNodes) read(child, own);
    if (apart) (sections.at(-1) as TextSection).text += ' ';
  };
  read(content, '');
  return sections
    .map((section) => ({...section, text: squeeze(section.text)}))
    .filter(({heading, text}) => heading !== '' || text !== '');
}

function isLeftOut(element: Element): boolean {
  return (
    NO_TEXT.has(element.tagName) ||
    classes(element).some((name) => FURNITURE.has(name)) ||
    attribute(element, 'aria-hidden') === 'true' ||
    has(element, 'data-pagefind-ignore')
  );
}

function headingText(heading: Element): string {
  return heading.childNodes
    .filter((node) => !(tree.isElementNode(node) && isLeftOut(node)))
    .map(textOf)
    .join('');
}

// Composed letters, so that folding them keeps their number.
function squeeze(text: string): string {
  return text
    .replace(/[\u200b\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}
