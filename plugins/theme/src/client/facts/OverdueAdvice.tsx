import Translate from '@docusaurus/Translate';
import type {PageRecord} from '@opsbinder/core';
import {DateText} from './DateText.js';
import {useFreshness} from './use-freshness.js';

// The tiers whose pages are needed when there is no time to wonder.
const URGENT_TIERS = [0, 1];

/** On an overdue page of the first tiers: what that means for whoever follows it. Nothing elsewhere. */
export function OverdueAdvice({page: {tier, owner, freshness: built}}: {page: PageRecord}) {
  const {state, dueBy} = useFreshness(built);
  if (state !== 'overdue' || !dueBy || !tier || !URGENT_TIERS.includes(tier.id)) return null;
  const due = <DateText date={dueBy} />;
  return owner ? (
    <Translate
      id="opsbinder.freshness.advice.owner"
      description="Below the badge of an overdue page of tier 0 or 1"
      values={{due, owner: [owner.name, owner.chat].filter(Boolean).join(', ')}}
    >
      {'Review was due on {due}. Check each step before you run it. Owner: {owner}.'}
    </Translate>
  ) : (
    <Translate id="opsbinder.freshness.advice" values={{due}}>
      {'Review was due on {due}. Check each step before you run it.'}
    </Translate>
  );
}
