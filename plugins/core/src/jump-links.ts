import type {PagePart} from './page-parts.js';
import type {Section} from './sections.js';

/** What a reader on call looks for on a page, in the order in which it is needed. */
export const JUMPS = ['diagnose', 'fix', 'verify', 'rollback', 'escalate'] as const;
export type Jump = (typeof JUMPS)[number];

/** A way from the top of a page to one of its parts. */
export interface JumpLink {
  to: Jump;
  /** The id of the part's heading or label. */
  anchor: string;
}

// In the order of preference: a page with a mitigation and a procedure is mended by its mitigation.
const SECTIONS_OF: Readonly<Record<Jump, readonly Section[]>> = {
  diagnose: ['diagnosis'],
  fix: ['mitigation', 'procedure'],
  verify: ['verification'],
  rollback: ['rollback'],
  escalate: ['escalation'],
};

/**
 * The ways from the top of a page to what is done on it, as far as there is one of each. A page with one alert per
 * heading has none: a link to the first alert's mitigation would lead most readers to the wrong one.
 */
export function jumpLinks(parts: readonly PagePart[]): JumpLink[] {
  return JUMPS.flatMap((to) => {
    for (const section of SECTIONS_OF[to]) {
      const anchor = anchorOf(parts.filter((part) => part.section === section && part.anchor !== undefined));
      if (anchor !== undefined) return [{to, anchor}];
    }
    return [];
  });
}

// The part that is called just so, else one that begins so; of several the outermost, and the first.
function anchorOf(parts: readonly PagePart[]): string | undefined {
  const whole = parts.filter(({isWhole}) => isWhole);
  const candidates = whole.length > 0 ? whole : parts;
  const depth = Math.min(...candidates.map((part) => part.depth));
  const outermost = candidates.filter((part) => part.depth === depth);
  const isRepeated = new Set(outermost.map(({within}) => within)).size > 1;
  return isRepeated ? undefined : outermost[0]?.anchor;
}
