import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {Card, CardBlock, CardEntryView, CardSection, RichText} from '@opsbinder/core';
import {isItsOwnLabel, nextToCall, withoutScheme} from '@opsbinder/core/browser';
import clsx from 'clsx';
import {OwnerWays} from '../facts/OwnerContact.js';
import {StateIcon} from '../facts/StateIcon.js';
import {useToday} from '../facts/use-freshness.js';
import {stateWord} from '../facts/words.js';
import {worsen} from '../facts/worsen.js';
import styles from './styles.module.css';

/** One thing on a card, with the page that says it. */
export function CardEntry({entry, section, card}: {entry: CardEntryView; section: CardSection; card: Card}) {
  return (
    <>
      <span className={styles.label}>
        {!isItsOwnLabel(entry) && entry.label}
        {section !== 'procedures' && <SourceNumber entry={entry} card={card} />}
      </span>
      {entry.owner && <OwnerWays owner={entry.owner} />}
      {entry.escalation.length > 0 && <ThenCall owners={entry.escalation} card={card} />}
      {entry.url && (
        <Link className={styles.url} to={entry.url}>
          <Address url={entry.url} />
        </Link>
      )}
      {entry.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
      {section === 'procedures' && <Runbook entry={entry} card={card} />}
    </>
  );
}

// As one would type it: one of this site with its host, since paper does not know where it was printed.
function Address({url}: {url: string}) {
  const own = useBaseUrl(url, {absolute: true});
  const whole = /^\/(?!\/)/.test(url) ? own : url;
  return withoutScheme(whole);
}

function ThenCall({owners, card}: {owners: CardEntryView['escalation']; card: Card}) {
  const names = nextToCall(owners, card);
  return (
    <span className={styles.then}>
      <Translate id="opsbinder.card.thenCall" values={{names}}>
        {'then: {names}'}
      </Translate>
    </span>
  );
}

/** The page that says it, with its state on the reader's day. */
function useSource({source, permalink}: CardEntryView, card: Card) {
  const today = useToday(card.asOf);
  const page = card.sources[source];
  if (!page) return undefined;
  const {state} = worsen(page.freshness, today);
  const label = translate(
    {id: 'opsbinder.card.source', message: 'Source {number}: {title}, {state}'},
    {number: source + 1, title: page.title, state: stateWord(state)},
  );
  return {title: page.title, state, label, permalink, number: source + 1};
}

/** The number of the page that says it, with that page's state. */
function SourceNumber({entry, card}: {entry: CardEntryView; card: Card}) {
  const source = useSource(entry, card);
  if (!source) return null;
  return (
    <Link to={source.permalink} className={styles.source} aria-label={source.label}>
      <StateIcon state={source.state} />
      {source.number}
    </Link>
  );
}

/** Where an emergency goes on once its first steps are done. */
function Runbook({entry, card}: {entry: CardEntryView; card: Card}) {
  const source = useSource(entry, card);
  if (!source) return null;
  return (
    <p className={styles.runbook}>
      <Link to={source.permalink} title={source.label}>
        <span aria-hidden="true">→ </span>
        {source.title}
        <span className={styles.source} aria-hidden="true">
          <StateIcon state={source.state} />
          {source.number}
        </span>
      </Link>
    </p>
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
        <ol className={clsx(styles.steps, styles.numbered)}>{items}</ol>
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
