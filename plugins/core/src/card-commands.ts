import type {Code, InlineCode, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {CardEntry} from './cards.js';
import type {Finding} from './findings.js';
import {readLines} from './shell-text.js';

/**
 * Commands that front matter puts on a card and that the page does not have: one of the two was changed and the
 * other was not, and on paper nobody will notice. A `:::card` block cannot drift, because it is the page.
 *
 * @param entries what the page's front matter puts on cards
 * @param tree the page, by parseMarkdown
 */
export function findStrayCommands(entries: readonly CardEntry[], tree: Root): Finding[] {
  const wanted = entries.flatMap((entry) =>
    entry.blocks.flatMap((block) => (block.kind === 'command' ? [{entry, command: block.command}] : [])),
  );
  if (wanted.length === 0) return [];
  const onPage = commandsOf(tree);
  return wanted.flatMap(({entry: {label, source, line}, command}) => {
    const stray = logicalLines(command).find((text) => !onPage.has(text));
    if (stray === undefined) return [];
    const nearest = nearestTo(stray, onPage);
    return [
      {
        rule: 'card-command-differs',
        level: 'warning' as const,
        source,
        line,
        message: `The card's command "${label}" is not on this page: ${stray}. ${
          nearest === undefined
            ? 'Expected a command that the page has in its code'
            : `The page has ${nearest}`
        }`,
        hint: 'Write it as the page does, or take it out of quick_reference and put the code itself into a :::card block.',
      },
    ];
  });
}

function commandsOf(tree: Root): Set<string> {
  const found = new Set<string>();
  visit(tree, ['code', 'inlineCode'], (node) => {
    for (const line of logicalLines((node as Code | InlineCode).value)) found.add(line);
  });
  return found;
}

// Without prompts, continued lines in one, blanks as one space: where a line breaks is not what it says.
function logicalLines(code: string): string[] {
  const lines = readLines(code).map(({typedFrom, end}) => code.slice(typedFrom, end));
  return lines
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
}

// The one that begins alike the longest; two words alike are the least, or any `kubectl` would do.
function nearestTo(command: string, others: ReadonlySet<string>): string | undefined {
  const words = command.split(' ');
  const alike = (other: string) => {
    const difference = other.split(' ').findIndex((word, index) => word !== words[index]);
    return difference === -1 ? other.split(' ').length : difference;
  };
  const [nearest] = [...others].sort((a, b) => alike(b) - alike(a));
  return nearest !== undefined && alike(nearest) >= 2 ? nearest : undefined;
}
