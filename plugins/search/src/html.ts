import {type DefaultTreeAdapterTypes, html, defaultTreeAdapter as tree} from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

export function find(parent: Parent, matches: (element: Element) => boolean): Element | undefined {
  for (const element of elementChildren(parent)) {
    const found = matches(element) ? element : find(element, matches);
    if (found) return found;
  }
  return undefined;
}

export function elementChildren(parent: Parent): Element[] {
  return parent.childNodes.filter((node) => tree.isElementNode(node));
}

export function childElement(parent: Parent, tagName: string): Element | undefined {
  return elementChildren(parent).find((element) => element.tagName === tagName);
}

export function replaceChildren(parent: Parent, children: readonly Node[]): void {
  for (const node of [...parent.childNodes]) tree.detachNode(node);
  for (const node of children) tree.appendChild(parent, node);
}

export function textNode(value: string): Node {
  return tree.createTextNode(value);
}

export function text(node: Node | Parent): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(text).join('') : '';
}

export function squeeze(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

export function classes(element: Element): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/);
}

export function has(element: Element, name: string): boolean {
  return element.attrs.some((attr) => attr.name === name);
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** An element of the head that tells Pagefind a fact about the page, its value in `content`. */
export function pagefindFact(kind: 'meta' | 'filter', name: string, content: string): Element {
  return tree.createElement('meta', html.NS.HTML, [
    {name: `data-pagefind-${kind}`, value: `${name}[content]`},
    {name: 'content', value: content},
  ]);
}

/** Sets an attribute that an element has not. */
export function setAttribute(element: Element, name: string, value: string): void {
  tree.adoptAttributes(element, [{name, value}]);
}
