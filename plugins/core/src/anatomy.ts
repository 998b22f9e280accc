import type {Code, Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {PageType} from './facts.js';
import {plainText} from './markdown.js';
import {readPlaceholders} from './placeholders.js';
import {isShell} from './shell-text.js';

/** The parts that an operational page can have, in the order in which a reader needs them. */
export const SECTIONS = [
  'meaning',
  'impact',
  'symptoms',
  'severity',
  'prerequisites',
  'diagnosis',
  'mitigation',
  'procedure',
  'verification',
  'rollback',
  'escalation',
  'communication',
  'prevention',
  'timeline',
  'root-cause',
] as const;
export type Section = (typeof SECTIONS)[number];

// Headings that begin with these words name the section; the first that fits wins.
const HEADINGS: readonly (readonly [Section, RegExp])[] = [
  ['timeline', /^(incident )?timeline\b/],
  ['root-cause', /^(root causes?|contributing factors|five whys)\b/],
  ['rollback', /^(roll(ing)?[ -]?back|revert(ing)?|undo|back(ing)?[ -]?out)\b/],
  [
    'escalation',
    /^(escalat\w+|contacts?|who to (call|contact|page)|getting help|support|refer to|on-?call)\b|\bescalation$/,
  ],
  [
    'verification',
    /^(verif\w+|validat\w+|confirm\w*|health checks?|post-?checks?|expected (output|result|outcome)s?|smoke ?tests?)\b/,
  ],
  ['symptoms', /^(symptoms?|detection|triggers?|what you (will )?see|error messages?)\b/],
  ['severity', /^(severity|priority|urgency)\b/],
  ['impact', /^(\w+ )?impact\b/],
  [
    'meaning',
    /^(meaning|overview|summary|purpose|background|about|what it means|what is|introduction|description|alert description|default definition)\b/,
  ],
  [
    'prerequisites',
    /^(prerequisites?|pre-requisites?|before you (start|begin)|requirements|access|you will need|preparation)\b/,
  ],
  [
    'diagnosis',
    /^(diagnos\w+|investigat\w+|analy[sz]\w+|identify\w*|promql quer(y|ies)|triage|troubleshoot\w*|debug\w*|possible causes|causes)\b/,
  ],
  ['communication', /^(communicat\w+|notify\b.*|notifications?|status ?page|announce\w*)\b/],
  [
    'prevention',
    /^(prevent\w*|follow-?ups?|action items?|lessons (learned|learnt)|next steps|improvements?)\b/,
  ],
  [
    'mitigation',
    /^(mitigat\w+|resol\w+|remediat\w+|fix\w*|workarounds?|recover\w*|containment|solutions?|repair|restor\w+|(recommended|immediate) actions?)\b/,
  ],
  ['procedure', /^(procedure|steps?|process|instructions|how to|runbook|method)\b/],
];

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

/** The section that a heading names; undefined when it is a name of its own. */
export function sectionOfHeading(heading: string): Section | undefined {
  const name = heading
    .toLowerCase()
    .replace(/^\s*(step|part)?\s*\d+[\s.:)–—-]*/, '')
    .replace(/[:.\s]+$/, '');
  return HEADINGS.find(([, pattern]) => pattern.test(name))?.[0];
}

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
