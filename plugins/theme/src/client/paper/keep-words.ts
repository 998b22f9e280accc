// In signs: no shorter line of code is wider than paper.
const LONG = 50;
// In signs: no shorter word is wider than the text that it stands in, save in tables.
const LONG_WORD = 40;

/**
 * Has code go on after a space alone, where there is one: whoever types a command from paper takes the end of a line
 * for a space, and `--dry-` with `run` below it for two words.
 *
 * @returns puts the code back
 */
export function keepWords(): () => void {
  const undo: (() => void)[] = [];
  const keepIn = (code: Element) => {
    const before = [...code.childNodes];
    undo.push(() => code.replaceChildren(...before));
    code.replaceChildren(...inWords(before));
  };
  for (const line of document.querySelectorAll('.markdown .theme-code-block .token-line')) {
    // With a number before it, a line is a row of two cells.
    const code = line.querySelector('[class*="codeLineContent"]') ?? line;
    if ((code.textContent ?? '').length >= LONG) keepIn(code);
  }
  for (const code of document.querySelectorAll('.markdown :not(pre) > code')) {
    // Letters and digits alone are not broken, and a link in code must stay one.
    const isPlain = [...code.children].every((part) => isBlank(part) || part instanceof HTMLBRElement);
    if (isPlain && /[^\p{L}\p{N}\s]/u.test(code.textContent ?? '')) keepIn(code);
  }
  return () => {
    for (const putBack of undo) putBack();
  };
}

// A blank, with its frame or underlining.
function isBlank(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && node.dataset.blank !== undefined;
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
    word.classList.toggle('opsbinder-long-word', (word.textContent ?? '').length >= LONG_WORD);
  };
  for (const part of parts) {
    if (isBlank(part)) add(part.cloneNode(true));
    else if (part instanceof HTMLBRElement) {
      word = undefined;
      nodes.push(part.cloneNode());
    } else {
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
