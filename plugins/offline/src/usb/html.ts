import {type DefaultTreeAdapterTypes, html, parseFragment, defaultTreeAdapter as tree} from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Document = DefaultTreeAdapterTypes.Document;

/** All elements below a node in the order of the text, the node itself not. A list: it may be changed meanwhile. */
export function descendants(parent: Parent): Element[] {
  return parent.childNodes.flatMap((node) => (tree.isElementNode(node) ? [node, ...descendants(node)] : []));
}

export function find(parent: Parent, matches: (element: Element) => boolean): Element | undefined {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    const found = matches(node) ? node : find(node, matches);
    if (found) return found;
  }
  return undefined;
}

export function findTag(parent: Parent, tagName: string): Element | undefined {
  return find(parent, (element) => element.tagName === tagName);
}

export function findClass(parent: Parent, name: string): Element | undefined {
  return find(parent, (element) => hasClass(element, name));
}

/** The nearest element around a node that matches. */
export function closest(node: Node, matches: (element: Element) => boolean): Element | undefined {
  let parent = node.parentNode;
  while (parent && tree.isElementNode(parent)) {
    if (matches(parent)) return parent;
    parent = parent.parentNode;
  }
  return undefined;
}

export function elementChildren(parent: Parent): Element[] {
  return parent.childNodes.filter((node) => tree.isElementNode(node));
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function has(element: Element, name: string): boolean {
  return element.attrs.some((attr) => attr.name === name);
}

/** Sets an attribute, or takes it away. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  const at = element.attrs.find((attr) => attr.name === name);
  if (value === undefined) element.attrs = element.attrs.filter((attr) => attr !== at);
  else if (at) at.value = value;
  else element.attrs.push({name, value});
}

export function classes(element: Element): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);
}

export function hasClass(element: Element, name: string): boolean {
  return classes(element).includes(name);
}

export function createElement(
  tagName: string,
  attributes: Record<string, string> = {},
  children: readonly (Node | string)[] = [],
): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({name, value}));
  const element = tree.createElement(tagName, html.NS.HTML, attrs);
  for (const child of children) {
    tree.appendChild(element, typeof child === 'string' ? tree.createTextNode(child) : child);
  }
  return element;
}

/** A copy of a node with all it holds. */
export function clone(node: Node): Node {
  if (!tree.isElementNode(node)) {
    return tree.createTextNode(tree.isTextNode(node) ? node.value : '');
  }
  const copy = tree.createElement(
    node.tagName,
    node.namespaceURI,
    node.attrs.map((attr) => ({...attr})),
  );
  for (const child of node.childNodes) tree.appendChild(copy, clone(child));
  return copy;
}

export function remove(node: Node): void {
  tree.detachNode(node);
}

export function replace(node: Node, others: readonly Node[]): void {
  const parent = node.parentNode;
  if (!parent) return;
  for (const other of others) {
    tree.detachNode(other);
    tree.insertBefore(parent, other, node);
  }
  tree.detachNode(node);
}

/** Takes an element away and leaves what is in it. */
export function unwrap(element: Element): void {
  replace(element, [...element.childNodes]);
}

export function prepend(parent: Parent, node: Node): void {
  const [first] = parent.childNodes;
  if (first) tree.insertBefore(parent, node, first);
  else tree.appendChild(parent, node);
}

export function append(parent: Parent, ...nodes: readonly Node[]): void {
  for (const node of nodes) tree.appendChild(parent, node);
}

/** Gives an element another tag, with its attributes of the names given. */
export function rename(element: Element, tagName: string, kept: readonly string[]): Element {
  const other = createElement(tagName);
  other.attrs = element.attrs.filter(({name}) => kept.includes(name));
  for (const child of [...element.childNodes]) {
    tree.detachNode(child);
    tree.appendChild(other, child);
  }
  replace(element, [other]);
  return other;
}

/** The text of a node as it stands in the source. */
export function textOf(node: Node | Parent): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The text of a node in one line, without the invisible characters that Docusaurus puts into links. */
export function lineOf(node: Node | Parent): string {
  return textOf(node)
    .replace(/[\s\u200b]+/g, ' ')
    .trim();
}

/** Nodes from HTML written here; never from a page's own text. */
export function fromHtml(source: string): Node[] {
  return [...parseFragment(source).childNodes];
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
