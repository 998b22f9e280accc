import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import type {Card, CardView} from '@opsbinder/core';
import Heading from '@theme/Heading';
import clsx from 'clsx';
import {DateText} from '../facts/DateText.js';
import {FreshnessMark} from '../facts/FreshnessBadge.js';
import {cardSectionWord} from '../facts/words.js';
import {PrintTime} from '../paper/PaperStamp.js';
import {usePrinting} from '../paper/printing.js';
import {CardEntry} from './CardEntry.js';
import {CardValidity} from './CardValidity.js';
import styles from './styles.module.css';

/**
 * A card as it stands on a page and on one sheet of paper.
 *
 * @param level of the card's heading: 1 where it is the page, 2 where it stands among others
 */
export function CardSheet({view, title, level}: {view: CardView; title: string; level: 1 | 2}) {
  const {card} = view;
  const below = level === 1 ? 'h2' : 'h3';
  const idOf = (name: string) => (level === 1 ? name : `${card.id}-${name}`);
  return (
    <article className={styles.card} aria-labelledby={idOf('card')}>
      <Heading as={level === 1 ? 'h1' : 'h2'} id={idOf('card')} className={styles.title}>
        {title}
      </Heading>
      <Head card={card} />
      <CardValidity card={card} />
      <div className={styles.sheet}>
        {card.sections.map(({section, entries}) => (
          <section key={section} className={clsx(styles.group, section === 'do_not' && styles.doNot)}>
            <Heading as={below} id={idOf(section.replace('_', '-'))} className={styles.groupTitle}>
              {cardSectionWord(section)}
            </Heading>
            <ul className={styles.entries}>
              {entries.map((entry) => (
                <li key={`${entry.label}-${entry.permalink}`}>
                  <CardEntry entry={entry} section={section} card={card} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Qr qr={view.qr} />
      <section className={styles.sources}>
        <Heading as={below} id={idOf('sources')} className={styles.groupTitle}>
          <Translate id="opsbinder.card.sources">Sources</Translate>
        </Heading>
        <ol>
          {card.sources.map((source, index) => (
            <li key={source.permalink} value={index + 1}>
              <Link to={source.permalink}>{source.title}</Link> <FreshnessMark freshness={source.freshness} />
            </li>
          ))}
        </ol>
      </section>
      <Foot view={view} />
    </article>
  );
}

/** Whether this is the right card, and whether this is the emergency it is for. */
function Head({card}: {card: Card}) {
  return (
    <dl className={styles.head}>
      <dt>
        <Translate id="opsbinder.card.rightIf" description="Followed by one or more conditions">
          Right card if
        </Translate>
      </dt>
      <dd>
        <Lines lines={card.rightIf} />
      </dd>
      {card.emergency.length > 0 && (
        <>
          <dt>
            <Translate id="opsbinder.card.emergency" description="Followed by how to tell an emergency">
              Emergency?
            </Translate>
          </dt>
          <dd>
            <Lines lines={card.emergency} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Lines({lines}: {lines: Card['rightIf']}) {
  if (lines.length === 1) return lines[0]?.text;
  return (
    <ul>
      {lines.map(({text}) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Leads from paper to the page. On the screen this is that page already. */
function Qr({qr}: {qr: CardView['qr']}) {
  return (
    <svg
      className={styles.qr}
      viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`}
      role="img"
      aria-label={translate({
        id: 'opsbinder.card.qr',
        message: 'QR code: is this card still current?',
      })}
    >
      <path d={`M-4 -4h${qr.size + 8}v${qr.size + 8}h-${qr.size + 8}z`} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}

/** Which card this is, so that paper can be held against the page. */
function Foot({view: {card, qr}}: {view: CardView}) {
  const {at} = usePrinting();
  return (
    <footer className={styles.foot}>
      <p>
        <Revision card={card} />
        {at !== undefined && (
          <span className={styles.printed}>
            <Translate id="opsbinder.paper.printed" values={{time: <PrintTime at={at} />}}>
              {'Printed on {time}'}
            </Translate>
          </span>
        )}
        <span className={styles.live}>
          <Translate id="opsbinder.card.stillCurrent" description="On paper, before an address">
            Still current? Ask here:
          </Translate>{' '}
          {qr.text}
        </span>
        <span className={styles.end}>
          <Translate id="opsbinder.card.end" description="The last line of a card on paper">
            End of card
          </Translate>
        </span>
      </p>
    </footer>
  );
}

function Revision({card: {revision, commit, asOf}}: {card: Card}) {
  const values = {
    revision: <code>{revision}</code>,
    date: <DateText date={asOf} />,
    commit: <code>{commit}</code>,
  };
  return (
    <span>
      {commit === undefined ? (
        <Translate id="opsbinder.card.revision" values={values}>
          {'Revision {revision} of {date}'}
        </Translate>
      ) : (
        <Translate id="opsbinder.card.revisionAt" values={values}>
          {'Revision {revision} of {date}, commit {commit}'}
        </Translate>
      )}
    </span>
  );
}
