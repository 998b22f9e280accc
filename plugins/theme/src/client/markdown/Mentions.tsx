import Translate from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {Owner, PageRecord} from '@opsbinder/core';
import type {ReactNode} from 'react';
import {OwnerContact, OwnerWays} from '../facts/OwnerContact.js';
import styles from './blocks.module.css';

interface OwnerProps {
  id: string;
  /** Whether the text has not named them before. */
  first?: boolean;
  /** The record of the page; missing in files that are no page of the handbook. */
  page?: PageRecord;
}

/** An owner with every way to reach them, as a block (`::owner{id=""}`). */
export function OwnerBlock({id, first, page}: OwnerProps) {
  const owner = page?.mentioned[id];
  return (
    <div className={styles.owner}>
      <p className={styles.kicker}>{owner?.name ?? id}</p>
      {owner && (
        <p className={styles.ownerWays}>
          <OwnerWays owner={owner} rotaOnPaper={isNew(owner, first, page)} />
        </p>
      )}
    </div>
  );
}

/** An owner inside a sentence (`:owner[id]`). */
export function OwnerLine({id, first, page}: OwnerProps) {
  const owner = page?.mentioned[id];
  return owner ? (
    <OwnerContact owner={owner} rotaOnPaper={isNew(owner, first, page)} />
  ) : (
    <strong>{id}</strong>
  );
}

// The page's own owner stands in its header.
function isNew({oncall}: Owner, first: boolean | undefined, page: PageRecord | undefined): boolean {
  return first === true && oncall !== page?.owner?.oncall;
}

/** What also stands on a quick-reference card (`:::card`). */
export function CardBlock({id, label, children}: {id: string; label: string; children: ReactNode}) {
  useBrokenLinks().collectAnchor(id);
  return (
    <section id={id} className={styles.card} aria-label={label}>
      <p className={styles.kicker}>
        {label}
        <span className={styles.cardHint} data-pagefind-ignore="">
          <Translate id="opsbinder.card.alsoOnCard">also on the quick-reference card</Translate>
        </span>
      </p>
      {children}
    </section>
  );
}
