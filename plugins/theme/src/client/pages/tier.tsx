import Translate, {translate} from '@docusaurus/Translate';
import type {Tier} from '@opsbinder/core';
import {DateText} from '../facts/DateText.js';
import styles from './styles.module.css';

/** A tier with its number: `Tier 0: Before first deploy`. */
export function tierTitle(tier: Tier): string {
  return translate(
    {id: 'opsbinder.tier', message: 'Tier {tier}: {title}'},
    {tier: tier.id, title: tier.title},
  );
}

/** The day by which a tier's pages must stand, where the handbook sets one. */
export function TierDue({tier}: {tier: Tier}) {
  return tier.due ? (
    <span className={styles.groupNote}>
      <Translate id="opsbinder.tier.due" values={{date: <DateText date={tier.due} />}}>
        {'due {date}'}
      </Translate>
    </span>
  ) : null;
}

/** The day for which a list's states speak: on paper it is the only sign of age. */
export function AsOf({date}: {date: string}) {
  return (
    <p className={styles.note}>
      <Translate id="opsbinder.freshness.asOf" values={{date: <DateText date={date} />}}>
        {'As of {date}'}
      </Translate>
    </p>
  );
}
