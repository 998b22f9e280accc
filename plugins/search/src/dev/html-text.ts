import {htmlTagNames} from 'html-tag-names';

const KNOWN = new Set<string>(htmlTagNames);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9:._-]*)(?=[\s/>])([^<>]*)>/g;
const WHOLE_TAG = new RegExp(`^${TAG.source}$`);

/** A text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Whether HTML has an element of that name, written in lower case. */
export function isElementName(name: string): boolean {
  return KNOWN.has(name);
}

/** Whether elements of that name have no end tag. */
export function isVoidElement(name: string): boolean {
  return VOID.has(name);
}

/** A block of HTML without its comments, which hold `<` and `>` of their own. */
export function commentsLeftOut(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, ' ');
}

/** A block of HTML in which tags that no browser knows, such as `<pod-name>`, are words. */
export function shownTags(html: string): string {
  return html.replace(TAG, (tag, _slash, name: string) =>
    isElementName(name.toLowerCase()) ? tag : escapeHtml(tag),
  );
}

/**
 * A tag from the middle of a line: itself where it is one, else its words.
 *
 * @param others all tags of the line: `<address>` that nobody closes is meant as a blank
 */
export function shownTag(tag: string, others: readonly string[]): string {
  const [, slash, written = ''] = WHOLE_TAG.exec(tag) ?? [];
  const name = written.toLowerCase();
  if (!isElementName(name)) return escapeHtml(tag);
  if (isVoidElement(name)) return tag;
  const other = new RegExp(slash === '/' ? `^<${name}[\\s>]` : `^</${name}\\s*>`, 'i');
  return others.some((candidate) => other.test(candidate)) ? tag : escapeHtml(tag);
}
