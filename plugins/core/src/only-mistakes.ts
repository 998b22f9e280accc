import type {Nodes} from 'mdast';
import type {Finding} from './findings.js';
import {type MarkdownFormat, parseMarkdown} from './markdown.js';
import {holdsBlocks, mayHoldOnly, type OnlyProblem, onlyPartsOf, writtenOnly} from './only-parts.js';

/**
 * A finding for each `:::only` of which it is not certain whom it is for or where it ends. They are the same
 * whatever the audience of the build, and quote nothing of what is inside.
 *
 * @param body the page without its front matter, with what is for others
 */
export function findOnlyMistakes(
  body: string,
  format: MarkdownFormat,
  place: {source: string; lineOffset: number},
): Finding[] {
  if (!mayHoldOnly(body)) return [];
  const page = parseMarkdown(body, format);
  const partOf = onlyPartsOf(page, body);
  const findings: Finding[] = [];
  const search = (node: Nodes) => {
    const problem = partOf(node)?.problem;
    if (problem) {
      const {text, line} = writtenOnly(node, body);
      findings.push({
        rule: `only-${problem}`,
        level: 'error',
        source: place.source,
        line: line + place.lineOffset,
        ...WORDS[problem](text),
      });
    }
    if (holdsBlocks(node)) for (const child of node.children) search(child);
  };
  search(page);
  return findings;
}

const HIDDEN = 'Builds that name an audience leave it out';
const HIDDEN_ON = `${HIDDEN}, with all that follows on the page`;

const WORDS: Record<OnlyProblem, (text: string) => Pick<Finding, 'message' | 'hint'>> = {
  'no-audience': (text) => ({
    message: `${text} names no audience. Expected one or more names, such as audience="sre, platform". ${HIDDEN}`,
    hint: 'Write :::only{audience="sre"}.',
  }),
  unclosed: (text) => ({
    message: `${text} has no closing fence, so it goes on to the end of what it stands in. Expected a line with as many colons`,
    hint: 'Write ::: on a line of its own where the block ends, indented as its first line.',
  }),
  'closed-early': (text) => ({
    message: `Where ${text} ends is uncertain: something inside it is still open there, or a fence further on belongs to nothing. Expected more colons than any line of colons inside has, and an end for every fence. ${HIDDEN_ON}`,
    hint: 'Write ::::only{audience="…"} and :::: around what has three colons, and close every fence inside.',
  }),
  misread: (text) => ({
    message: `"${text}" is not read as a block, so its content is for everybody. Expected :::only{audience="sre"} on a line of its own, not in HTML and not indented by four blanks. ${HIDDEN_ON}`,
    hint: 'Write it so, with an empty line before and after; an example goes between lines of three backticks.',
  }),
  'open-code': () => ({
    message: `Which :::only is a block and which is code is uncertain: the code here has no end, or another fence on the page belongs to nothing. Expected an end for every fence, indented as its first line. ${HIDDEN_ON}`,
    hint: 'Look for a line of three backticks or colons without its partner; around code that shows lines of colons, write more colons than those.',
  }),
};
