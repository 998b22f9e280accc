// In signs: no shorter line of code is wider than paper.
const LONG = 50;

/**
 * Has lines of code go on after a space alone, where there is one: whoever types a command from paper takes the end of
 * a line for a space, and `--dry-` with `run` below it for two words.
 *
 * @returns puts the lines back
 */
export function keepWords(): () => void {
  const undo: (() => void)[] = [];
  for (const line of document.querySelectorAll('.markdown .theme-code-block .token-line')) {
    // With a number before it, a line is a row of cells.
    const isPlain = !line.querySelector('[class*="codeLineNumber"]');
    if (!isPlain || (line.textContent ?? '').length < LONG) continue;
    const before = [...line.childNodes];
    undo.push(() => line.replaceChildren(...before));
    line.replaceChildren(...inWords(before));
  }
  return () => {
    for (const putBack of undo) putBack();
  };
}

// The same signs, each word in an element of its own. The tints of code are gone with that, as they are on paper.
function inWords(parts: readonly ChildNode[]): Node[] {
  const nodes: Node[] = [];
  let word: HTMLElement | undefined;
  const add = (node: Node) => {
    if (!word) {
      word = document.createElement('span');
      word.className = 'opsbinder-word';
      nodes.push(word);
    }
    word.append(node);
  };
  for (const part of parts) {
    // A blank, with its frame or underlining.
    if (part instanceof HTMLElement && part.dataset.blank !== undefined) add(part.cloneNode(true));
    else if (part instanceof HTMLBRElement) nodes.push(part.cloneNode());
    else {
      for (const text of (part.textContent ?? '').split(/(\s+)/)) {
        if (text.trim() !== '') add(document.createTextNode(text));
        else if (text !== '') {
          word = undefined;
          nodes.push(document.createTextNode(text));
        }
      }
    }
  }
  return nodes;
}
