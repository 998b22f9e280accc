import {translate} from '@docusaurus/Translate';
import type {CardSection, Exemption, FreshnessState, PageStatus, PageType} from '@opsbinder/core';

/** What a page is, in words. */
export function typeWord(type: PageType): string {
  switch (type) {
    case 'runbook':
      return translate({id: 'opsbinder.type.runbook', message: 'Runbook'});
    case 'alert':
      return translate({id: 'opsbinder.type.alert', message: 'Alert'});
    case 'troubleshooting':
      return translate({id: 'opsbinder.type.troubleshooting', message: 'Troubleshooting'});
    case 'checklist':
      return translate({id: 'opsbinder.type.checklist', message: 'Checklist'});
    case 'postmortem':
      return translate({id: 'opsbinder.type.postmortem', message: 'Post-mortem'});
    case 'guide':
      return translate({id: 'opsbinder.type.guide', message: 'Guide'});
    case 'reference':
      return translate({id: 'opsbinder.type.reference', message: 'Reference'});
    case 'architecture':
      return translate({id: 'opsbinder.type.architecture', message: 'Architecture'});
    case 'decision':
      return translate({id: 'opsbinder.type.decision', message: 'Decision'});
  }
}

/** A status worth showing; undefined for a published page, which is the rule. */
export function statusWord(status: PageStatus): string | undefined {
  switch (status) {
    case 'draft':
      return translate({id: 'opsbinder.status.draft', message: 'Draft'});
    case 'in-review':
      return translate({id: 'opsbinder.status.inReview', message: 'In review'});
    case 'deprecated':
      return translate({id: 'opsbinder.status.deprecated', message: 'Deprecated'});
    case 'published':
      return undefined;
  }
}

/** A review state in one or two words. */
export function stateWord(state: FreshnessState): string {
  switch (state) {
    case 'fresh':
      return translate({id: 'opsbinder.freshness.fresh', message: 'Fresh'});
    case 'due-soon':
      return translate({id: 'opsbinder.freshness.dueSoon', message: 'Due soon'});
    case 'overdue':
      return translate({id: 'opsbinder.freshness.overdue', message: 'Overdue'});
    case 'unknown':
      return translate({id: 'opsbinder.freshness.unknown', message: 'Not reviewed'});
    case 'exempt':
      return translate({id: 'opsbinder.freshness.exempt', message: 'Exempt'});
  }
}

/** Why a page is exempt from reviews. */
export function exemptionWord(exempt: Exemption | undefined): string {
  switch (exempt) {
    case 'deprecated':
      return translate({id: 'opsbinder.freshness.exempt.deprecated', message: 'the page is deprecated'});
    case 'frozen':
      return translate({
        id: 'opsbinder.freshness.exempt.frozen',
        message: 'the page belongs to an old version',
      });
    default:
      return translate({id: 'opsbinder.freshness.exempt.never', message: 'no review is planned'});
  }
}

/** The heading of a card's group. */
export function cardSectionWord(section: CardSection): string {
  switch (section) {
    case 'contacts':
      return translate({id: 'opsbinder.card.contacts', message: 'Contacts'});
    case 'urls':
      return translate({id: 'opsbinder.card.urls', message: 'Critical addresses'});
    case 'commands':
      return translate({id: 'opsbinder.card.commands', message: 'Commands'});
    case 'procedures':
      return translate({id: 'opsbinder.card.procedures', message: 'Emergency procedures'});
    case 'do_not':
      return translate({id: 'opsbinder.card.doNot', message: 'Do not'});
  }
}
