import {buildHandbook, type CivilDate, type Handbook} from '@opsbinder/core';

/** The handbook of pages by id, with two owners and two severities. */
export function handbookOf(pages: Record<string, string>): Handbook {
  return buildHandbook({
    asOf: '2026-11-20' as CivilDate,
    dueSoonDays: 14,
    defaultReviewIn: {amount: 90, unit: 'day'},
    documents: Object.entries(pages).map(([id, text]) => ({
      id,
      source: `docs/${id}.md`,
      path: `${id}.md`,
      permalink: `/docs/${id}/`,
      title: id,
      text,
      version: 'current',
      edition: 'last' as const,
      unlisted: false,
    })),
    ownersFile: {
      source: 'docs/owners.yml',
      text: 'sre: {name: SRE, chat: "#sre", phone: "+44 20 7946 0021", escalates_to: lead}\nlead: {name: Lead, phone: "+44 20 7946 0090", escalates_to: sre}\n',
    },
    handbookFile: {
      source: 'docs/handbook.yml',
      text: 'severities: {P0: {title: Critical}, P1: {title: High}}\n',
    },
    bulkReviewLimit: 10,
    watchedHash: () => undefined,
  });
}
