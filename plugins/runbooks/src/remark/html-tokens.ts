/** A piece of raw HTML. The pieces of a text, joined, are that text. */
export type HtmlToken = TagToken | {kind: 'comment' | 'declaration' | 'stray' | 'text'; text: string};

export interface TagToken {
  kind: 'tag';
  text: string;
  /** In lower case. */
  name: string;
  /** What stands between the name and the `>`. */
  attributes: string;
  isClosing: boolean;
}

const COMMENT = /<!--(?:-?>|[\s\S]*?-->)/;
const DECLARATION = /<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![A-Za-z][^>]*>/;
// A `>` in a quoted value does not end the tag. A quote elsewhere (`<the user's name>`) quotes nothing. No two
// alternatives match the same text, so that no input makes this slow.
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9:._-]*)((?:\s(?:=\s*"[^"]*"|=\s*'[^']*'|=(?!\s*["'])|[^<>=])*)?\/?)>/;
// What a browser would take for the start of one of the above.
const STRAY = /<(?=[A-Za-z/!?])/;
const MARKUP = new RegExp([COMMENT, DECLARATION, TAG, STRAY].map(({source}) => source).join('|'), 'g');

// Elements in which a browser reads no tags.
const RAW_TEXT = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes']);

/**
 * Takes raw HTML to pieces. A `declaration` is any `<!…>`, `<?…?>` or `<![CDATA[…]]>`; a `stray` is a single
 * `<` that begins none of the others. What stands in a script or a style sheet is text.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const markup = new RegExp(MARKUP);
  let end = 0;
  const pushTextUpTo = (start: number) => {
    if (start > end) tokens.push({kind: 'text', text: html.slice(end, start)});
    end = start;
  };
  for (let match = markup.exec(html); match; match = markup.exec(html)) {
    pushTextUpTo(match.index);
    const token = tokenOf(match);
    tokens.push(token);
    end += token.text.length;
    if (token.kind === 'tag' && !token.isClosing && RAW_TEXT.has(token.name)) {
      const length = html.slice(end).search(new RegExp(`</${token.name}[\\s/>]`, 'i'));
      if (length > 0) pushTextUpTo(end + length);
      markup.lastIndex = end;
    }
  }
  pushTextUpTo(html.length);
  return tokens;
}

function tokenOf([text, slash, name, attributes = '']: RegExpExecArray): HtmlToken {
  if (name !== undefined) {
    return {kind: 'tag', text, name: name.toLowerCase(), attributes, isClosing: slash === '/'};
  }
  if (text === '<') return {kind: 'stray', text};
  return {kind: text.startsWith('<!--') ? 'comment' : 'declaration', text};
}
