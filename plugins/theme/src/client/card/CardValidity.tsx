import Translate, {translate} from '@docusaurus/Translate';
import {usePluralForm} from '@docusaurus/theme-common';
import type {Card} from '@opsbinder/core';
import {cardDoubts} from '@opsbinder/core/browser';
import {DateText} from '../facts/DateText.js';
import {useToday} from '../facts/use-freshness.js';
import {worsen} from '../facts/worsen.js';
import styles from './styles.module.css';

/** For which day a card speaks, until when it holds, and what behind it does not hold. */
export function CardValidity({card}: {card: Card}) {
  const today = useToday(card.asOf);
  const sources = card.sources.map((source) => ({...source, freshness: worsen(source.freshness, today)}));
  const {overdue, unreviewed, takenBack, unfinished} = cardDoubts(sources);
  const total = sources.length;
  return (
    <p className={styles.validity}>
      <Translate id="opsbinder.card.asOf" values={{date: <DateText date={card.asOf} />}}>
        {'As of {date}.'}
      </Translate>{' '}
      {card.validUntil && <Until until={card.validUntil} hasPassed={card.validUntil < today} />}{' '}
      {overdue > 0 && (
        <strong>
          <OverdueSources count={overdue} />
        </strong>
      )}{' '}
      {unreviewed > 0 && (
        <strong>
          <Translate id="opsbinder.card.unreviewed" values={{count: unreviewed, total}}>
            {'Never reviewed: {count} of {total} pages behind this card.'}
          </Translate>
        </strong>
      )}{' '}
      {takenBack > 0 && (
        <strong>
          <Translate id="opsbinder.card.takenBack" values={{count: takenBack, total}}>
            {'Changed since their review: {count} of {total} pages behind this card.'}
          </Translate>
        </strong>
      )}{' '}
      {unfinished > 0 && (
        <strong>
          <Translate id="opsbinder.card.unfinished" values={{count: unfinished, total}}>
            {'Not published yet: {count} of {total} pages behind this card.'}
          </Translate>
        </strong>
      )}
    </p>
  );
}

function OverdueSources({count}: {count: number}) {
  const {selectMessage} = usePluralForm();
  return selectMessage(
    count,
    translate(
      {
        id: 'opsbinder.card.overdue',
        message:
          'OVERDUE: {count} page behind this card. Check before you act.|OVERDUE: {count} pages behind this card. Check before you act.',
        description: 'Warning on a card. One form for each plural of the language, separated by |',
      },
      {count},
    ),
  );
}

function Until({until, hasPassed}: {until: string; hasPassed: boolean}) {
  const values = {date: <DateText date={until} />};
  return hasPassed ? (
    <Translate id="opsbinder.card.wasValidUntil" values={values}>
      {'Was valid until {date}.'}
    </Translate>
  ) : (
    <Translate id="opsbinder.card.validUntil" values={values}>
      {'Valid until {date}.'}
    </Translate>
  );
}
