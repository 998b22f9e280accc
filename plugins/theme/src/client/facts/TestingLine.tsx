import Translate from '@docusaurus/Translate';
import type {PageRecord, PageType} from '@opsbinder/core';
import {DateText} from './DateText.js';
import {Distance} from './Distance.js';
import {StateIcon} from './StateIcon.js';
import {useFreshness} from './use-freshness.js';

// Pages that somebody follows step by step; of the others nobody asks whether they were tested.
const FOLLOWED: readonly (PageType | undefined)[] = ['runbook', 'troubleshooting', 'checklist', 'alert'];

/** Whether somebody has followed the page and it worked, apart from whether somebody has read it. */
export function TestingLine({page: {asOf, type, testing: built, testedBy}}: {page: PageRecord}) {
  const {state, on, dueBy} = useFreshness(built);
  if (state === 'exempt' || (on === undefined && !FOLLOWED.includes(type))) return null;
  if (on === undefined) {
    return (
      <span>
        <StateIcon state="unknown" /> <Translate id="opsbinder.testing.never">Never tested</Translate>
      </span>
    );
  }
  const followed = <DateText date={on} />;
  return (
    <span>
      <StateIcon state={state} />{' '}
      {testedBy.length > 0 ? (
        <Translate id="opsbinder.testing.followedBy" values={{followed, people: testedBy.join(', ')}}>
          {'Followed on {followed} by {people}'}
        </Translate>
      ) : (
        <Translate id="opsbinder.testing.followed" values={{followed}}>
          {'Followed on {followed}'}
        </Translate>
      )}
      {dueBy && (
        <>
          {'; '}
          {state === 'overdue' ? (
            <Translate id="opsbinder.testing.wasDue" values={{due: <DateText date={dueBy} />}}>
              {'test was due on {due}'}
            </Translate>
          ) : (
            <Translate
              id="opsbinder.testing.due"
              description="The distance is such as: in 12 days"
              values={{distance: <Distance to={dueBy} asOf={asOf} />, due: <DateText date={dueBy} />}}
            >
              {'test due {distance}, by {due}'}
            </Translate>
          )}
        </>
      )}
    </span>
  );
}
