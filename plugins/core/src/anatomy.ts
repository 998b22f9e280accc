import type {Code, Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {PageType} from './facts.js';
import {plainText} from './markdown.js';
import {readPlaceholders} from './placeholders.js';
import {SECTIONS, type Section, sectionOfHeading} from './sections.js';
import {isShell} from './shell-text.js';

/** What each type of page is expected to hold; the types left out are free in form. */
const EXPECTED: Readonly<Partial<Record<PageType, readonly Section[]>>> = {
  alert: ['meaning', 'impact', 'diagnosis', 'mitigation'],
  runbook: ['verification', 'rollback', 'escalation'],
  troubleshooting: ['symptoms', 'diagnosis', 'mitigation'],
  postmortem: ['impact', 'root-cause', 'timeline', 'prevention'],
};

/** What a page is made of, counted from its Markdown. */
export interface Anatomy {
  sections: Section[];
  /** Sections its type expects and it does not have. */
  missing: Section[];
  /** Items of ordered lists that stand in no other list, and `:::step` blocks. */
  steps: number;
  /** Commands in shell fences; a line continued with a backslash is one. */
  commands: number;
  /** Names of the blanks in its code, such as `namespace`, each once, in order of appearance. */
  placeholders: string[];
}

/** Directives that are sections by their name. */
const SECTION_DIRECTIVES: Readonly<Record<string, Section>> = {
  verify: 'verification',
  rollback: 'rollback',
  escalate: 'escalation',
};

/** Recognises the parts of a page. */
export function readAnatomy(tree: Root, type: PageType | undefined): Anatomy {
  const found = new Set<Section>();
  let steps = 0;
  let commands = 0;
  visit(tree, (node: Nodes, _index, parent) => {
    if (node.type === 'heading') {
      const section = sectionOfHeading(plainText(node));
      if (section) found.add(section);
    } else if (node.type === 'containerDirective') {
      const section = SECTION_DIRECTIVES[node.name];
      if (section) found.add(section);
      if (node.name === 'step') steps += 1;
    } else if (node.type === 'list' && node.ordered && parent?.type !== 'listItem') {
      steps += node.children.length;
    } else if (node.type === 'code') {
      commands += commandsIn(node).length;
    }
  });
  return {
    sections: SECTIONS.filter((section) => found.has(section)),
    missing: ((type && EXPECTED[type]) ?? []).filter((section) => !found.has(section)),
    steps,
    commands,
    placeholders: readPlaceholders(tree).map(({name}) => name),
  };
}

/** The commands of a shell fence: the lines behind prompts where it has any, else every line that is no comment. */
export function commandsIn(code: Code): string[] {
  if (!isShell(code.lang ?? undefined)) return [];
  const lines = code.value.replace(/\\\r?\n\s*/g, '').split(/\r?\n/);
  const prompted = lines.filter((line) => /^\s*\$ \S/.test(line));
  if (prompted.length > 0) return prompted.map((line) => line.replace(/^\s*\$ /, ''));
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}
