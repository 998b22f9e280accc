import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import {usePluralForm} from '@docusaurus/theme-common';
import type {Card, CardBlock, CardEntryView, CardView, RichText} from '@opsbinder/core';
import Heading from '@theme/Heading';
import clsx from 'clsx';
import {DateText} from '../facts/DateText.js';
import {FreshnessMark} from '../facts/FreshnessBadge.js';
import {OwnerWays} from '../facts/OwnerContact.js';
import {StateIcon} from '../facts/StateIcon.js';
import {useToday} from '../facts/use-freshness.js';
import {cardSectionWord, stateWord} from '../facts/words.js';
import {worsen} from '../facts/worsen.js';
import styles from './styles.module.css';

/** The sheet: its groups, and at the foot the pages behind it with their review states. */
export function CardSheet({view: {card}}: {view: CardView; isIndex: boolean}) {
  const today = useToday(card.asOf);
  const overdue = card.sources.filter(({freshness}) => worsen(freshness, today).state === 'overdue');
  const unreviewed = card.sources.filter(({freshness}) => freshness.state === 'unknown');
  return (
    <>
      <Heading as="h1" className={styles.title}>
        {card.title}
      </Heading>
      <p className={styles.validity}>
        <Translate id="opsbinder.card.asOf" values={{date: <DateText date={card.asOf} />}}>
          {'As of {date}.'}
        </Translate>{' '}
        {card.validUntil && <Validity until={card.validUntil} hasPassed={card.validUntil < today} />}{' '}
        {overdue.length > 0 && (
          <strong>
            <OverdueSources count={overdue.length} />
          </strong>
        )}{' '}
        {unreviewed.length > 0 && (
          <strong>
            <Translate
              id="opsbinder.card.unreviewed"
              values={{count: unreviewed.length, total: card.sources.length}}
            >
              {'Never reviewed: {count} of {total} pages behind this card.'}
            </Translate>
          </strong>
        )}
      </p>
      <div className={styles.sheet}>
        {card.sections.map(({section, entries}) => (
          <section key={section} className={clsx(styles.group, section === 'do_not' && styles.doNot)}>
            <Heading as="h2" id={section.replace('_', '-')} className={styles.groupTitle}>
              {cardSectionWord(section)}
            </Heading>
            <ul className={styles.entries}>
              {entries.map((entry) => (
                <li key={`${entry.label}-${entry.permalink}`}>
                  <Entry entry={entry} card={card} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section className={styles.sources}>
        <Heading as="h2" id="sources" className={styles.groupTitle}>
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
    </>
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

function Validity({until, hasPassed}: {until: string; hasPassed: boolean}) {
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

function Entry({entry, card}: {entry: CardEntryView; card: Card}) {
  return (
    <>
      <span className={styles.label}>
        {entry.label}
        <SourceLink entry={entry} card={card} />
      </span>
      {entry.owner && (
        <span>
          <OwnerWays owner={entry.owner} />
          {entry.escalation.length > 0 && (
            <span className={styles.then}>
              <Translate
                id="opsbinder.card.thenCall"
                values={{names: entry.escalation.map(({name}) => name).join(', ')}}
              >
                {'then: {names}'}
              </Translate>
            </span>
          )}
        </span>
      )}
      {entry.url && (
        <Link className={styles.url} to={entry.url}>
          {entry.url.replace(/^https?:\/\//, '')}
        </Link>
      )}
      {entry.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </>
  );
}

/** The number of the page that says it, with that page's state. */
function SourceLink({entry, card}: {entry: CardEntryView; card: Card}) {
  const source = card.sources[entry.source];
  if (!source) return null;
  const {state} = source.freshness;
  return (
    <Link
      to={entry.permalink}
      className={styles.source}
      aria-label={translate(
        {id: 'opsbinder.card.source', message: 'Source {number}: {title}, {state}'},
        {number: entry.source + 1, title: source.title, state: stateWord(state)},
      )}
    >
      <StateIcon state={state} />
      {entry.source + 1}
    </Link>
  );
}

function Block({block}: {block: CardBlock}) {
  switch (block.kind) {
    case 'command':
      return (
        <pre className={styles.command}>
          <code>
            <Command command={block.command} />
          </code>
        </pre>
      );
    case 'text':
      return (
        <p className={styles.text}>
          <Rich text={block.text} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Rich text={item} />
        </li>
      ));
      return block.ordered ? (
        <ol className={styles.steps}>{items}</ol>
      ) : (
        <ul className={styles.steps}>{items}</ul>
      );
    }
  }
}

// A line may break between words only: half of a `--option` is another command.
function Command({command}: {command: string}) {
  return command.split(/(\s+)/).map((part, index) =>
    index % 2 === 1 ? (
      part
    ) : (
      <span key={index} className={styles.word}>
        {part}
      </span>
    ),
  );
}

function Rich({text}: {text: RichText[]}) {
  return text.map((run, index) =>
    run.href ? (
      <Link key={index} to={run.href}>
        <Run run={run} />
      </Link>
    ) : (
      <Run key={index} run={run} />
    ),
  );
}

function Run({run: {text, style}}: {run: RichText}) {
  switch (style) {
    case 'code':
      return <code>{text}</code>;
    case 'strong':
      return <strong>{text}</strong>;
    case 'emphasis':
      return <em>{text}</em>;
    default:
      return <>{text}</>;
  }
}
