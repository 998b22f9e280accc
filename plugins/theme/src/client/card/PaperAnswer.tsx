import {useLocation} from '@docusaurus/router';
import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type {Card} from '@opsbinder/core';
import {cardHolds, judgePaper, type PaperState, readRevision} from '@opsbinder/core/browser';
import Admonition from '@theme/Admonition';
import {DateText} from '../facts/DateText.js';
import {useToday} from '../facts/use-freshness.js';
import {worsen} from '../facts/worsen.js';
import styles from './files.module.css';

/**
 * Answers whoever came by the code on a printed card, whether what they hold is still good. The page may be a copy
 * that the browser kept; what it says is true of the day it was built on, which it names.
 */
export function PaperAnswer({card}: {card: Card}) {
  const {search} = useLocation();
  const today = useToday(card.asOf);
  // The page was written without an address; it asks once it lives.
  const revision = useIsBrowser() ? new URLSearchParams(search).get('r') : null;
  if (!revision) return null;
  const holds = cardHolds(
    card.sources.map((source) => ({...source, freshness: worsen(source.freshness, today)})),
  );
  // The line that the offline copy puts above its pages.
  const isCopy = document.getElementById('opsbinder-offline') !== null;
  const {revision: own, validUntil} = card;
  const state = judgePaper(revision, {revision: own, validUntil, holds, isCopy}, today);
  return (
    <Admonition type={TYPES[state]} icon={null} title={<Title state={state} />} className={styles.answer}>
      <p role="status">
        <Explanation state={state} card={card} revision={revision} />
      </p>
    </Admonition>
  );
}

const TYPES: Readonly<Record<PaperState, string>> = {
  current: 'tip',
  expired: 'warning',
  superseded: 'danger',
  newer: 'warning',
  sameDay: 'warning',
  unreadable: 'warning',
};

function Title({state}: {state: PaperState}) {
  switch (state) {
    case 'current':
      return <Translate id="opsbinder.paper.current">Your printed card is current</Translate>;
    case 'expired':
      return <Translate id="opsbinder.paper.expired">Your printed card has expired</Translate>;
    case 'superseded':
      return <Translate id="opsbinder.paper.superseded">Your printed card is superseded</Translate>;
    case 'newer':
      return <Translate id="opsbinder.paper.newer">Your printed card is newer than this page</Translate>;
    case 'sameDay':
      return <Translate id="opsbinder.paper.sameDay">Your printed card differs from this copy</Translate>;
    case 'unreadable':
      return <Translate id="opsbinder.paper.unreadable">This is no revision of a card</Translate>;
  }
}

function Explanation({state, card, revision}: {state: PaperState; card: Card; revision: string}) {
  const values = {
    built: <DateText date={card.asOf} />,
    until: card.validUntil && <DateText date={card.validUntil} />,
    paper: <PaperDate revision={revision} />,
    revision: <code>{revision}</code>,
    now: <code>{card.revision}</code>,
  };
  switch (state) {
    case 'current':
      return card.validUntil === undefined ? (
        <Translate id="opsbinder.paper.sameWords" values={values}>
          {'Its words are those of the binder on {built}.'}
        </Translate>
      ) : (
        <Translate id="opsbinder.paper.validWords" values={values}>
          {'Its words are those of the binder on {built}, and its reviews hold until {until}.'}
        </Translate>
      );
    case 'expired':
      return card.validUntil === undefined ? (
        <Translate id="opsbinder.paper.unvouched" values={values}>
          {
            'Its words are those of the binder on {built}, but not every page behind it has a review that holds. Check before you act.'
          }
        </Translate>
      ) : (
        <Translate id="opsbinder.paper.ended" values={values}>
          {
            'Its words are those of the binder on {built}, but its reviews held until {until}. Check before you act.'
          }
        </Translate>
      );
    case 'superseded':
      return (
        <Translate id="opsbinder.paper.otherWords" values={values}>
          {
            'It says {paper}; on {built} the binder had other words: {now}. Use the card below, and print it anew.'
          }
        </Translate>
      );
    case 'newer':
      return (
        <Translate id="opsbinder.paper.olderPage" values={values}>
          {'It says {paper}, and this page is of {built}. Trust the paper until you have a newer page.'}
        </Translate>
      );
    case 'sameDay':
      return (
        <Translate id="opsbinder.paper.otherBuild" values={values}>
          {
            'Both are of {built}, and the browser kept one of two builds of that day. Which is the newer cannot be told without the server: compare the words.'
          }
        </Translate>
      );
    case 'unreadable':
      return (
        <Translate id="opsbinder.paper.noRevision" values={values}>
          {'A revision looks like {now}; the address says {revision}. Compare by hand.'}
        </Translate>
      );
  }
}

/** The revision of the paper with its day, where it says one. */
function PaperDate({revision}: {revision: string}) {
  const on = readRevision(revision)?.on;
  if (on === undefined || Number.isNaN(Date.parse(on))) return <code>{revision}</code>;
  return (
    <>
      <code>{revision}</code> (<DateText date={on} />)
    </>
  );
}
