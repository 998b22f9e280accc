import type {Nodes} from 'mdast';
import type {Finding} from './findings.js';
import {type MarkdownFormat, parseMarkdown} from './markdown.js';
import {findOnlyParts, holdsBlocks, mayHoldOnly, type OnlyProblem, writtenOnly} from './only-parts.js';

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
  const findings: Finding[] = [];
  const search = (parent: Nodes) => {
    if (!holdsBlocks(parent)) return;
    for (const {problem, node} of findOnlyParts(parent.children, body)) {
      if (!problem) continue;
      const {text, line} = writtenOnly(node, body);
      findings.push({
        rule: `only-${problem}`,
        level: 'error',
        source: place.source,
        line: line + place.lineOffset,
        ...WORDS[problem](text),
      });
    }
    for (const child of parent.children) search(child);
  };
  search(parseMarkdown(body, format));
  return findings;
}

const HIDDEN = 'Builds that name an audience leave it out';

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
    message: `${text} ends at the fence of a block inside it, and what follows would stand outside. Expected more colons than any block inside has. ${HIDDEN}, up to the fence that seems meant`,
    hint: 'Write ::::only{audience="…"} and :::: around the blocks with three colons.',
  }),
  misread: (text) => ({
    message: `"${text}" is not read as a block, so its content is for everybody. Expected :::only{audience="sre"} on a line of its own, not in HTML and not indented by four blanks. ${HIDDEN}`,
    hint: 'Write it so, with an empty line before and after; an example goes between lines of three backticks.',
  }),
};
