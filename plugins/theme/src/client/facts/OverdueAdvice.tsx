import Translate from '@docusaurus/Translate';
import type {PageRecord} from '@opsbinder/core';
import {DateText} from './DateText.js';
import {CauseText} from './FreshnessBadge.js';
import {useFreshness} from './use-freshness.js';

// The tiers whose pages are needed when there is no time to wonder.
const URGENT_TIERS = [0, 1];

/** On an overdue page of the first tiers: what that means for whoever follows it. Nothing elsewhere. */
export function OverdueAdvice({page: {tier, owner, freshness: built}}: {page: PageRecord}) {
  const {state, byDate, dueBy, causes = []} = useFreshness(built);
  if (state !== 'overdue' || !dueBy || !tier || !URGENT_TIERS.includes(tier.id)) return null;
  const [cause] = causes;
  return (
    <>
      {(byDate ?? state) === 'overdue' || !cause ? (
        <Translate
          id="opsbinder.freshness.advice.due"
          description="Below the badge of an overdue page of tier 0 or 1"
          values={{due: <DateText date={dueBy} />}}
        >
          {'Review was due on {due}.'}
        </Translate>
      ) : (
        <Translate
          id="opsbinder.freshness.advice.cause"
          description="Below the badge of a page of tier 0 or 1 that is overdue for another reason than its date"
          values={{cause: <CauseText cause={cause} />}}
        >
          {'Since its review: {cause}.'}
        </Translate>
      )}{' '}
      <Translate id="opsbinder.freshness.advice.check">Check each step before you run it.</Translate>
      {owner && (
        <>
          {' '}
          <Translate
            id="opsbinder.freshness.advice.owner"
            values={{owner: [owner.name, owner.chat].filter(Boolean).join(', ')}}
          >
            {'Owner: {owner}.'}
          </Translate>
        </>
      )}
    </>
  );
}
