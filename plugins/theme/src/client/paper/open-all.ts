/**
 * Opens everything that is folded: style sheets alone cannot in every browser.
 *
 * @returns puts all of it back
 */
export function openAll(): () => void {
  const undo = [...document.querySelectorAll('details')].flatMap((details) => [
    // Of those that share a name only one can be open.
    change(details, 'name', null),
    change(details, 'open', ''),
    // Docusaurus folds what is inside, too.
    ...[...details.children]
      .filter((part) => part instanceof HTMLElement && part.style.display === 'none')
      .map((part) => change(part, 'style', null)),
  ]);
  for (const panel of document.querySelectorAll('[role="tabpanel"][hidden]')) {
    undo.push(change(panel, 'hidden', null));
  }
  return () => {
    for (const putBack of undo.reverse()) putBack();
  };
}

function change(element: Element, name: string, value: string | null): () => void {
  const before = element.getAttribute(name);
  set(element, name, value);
  return () => set(element, name, before);
}

function set(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
