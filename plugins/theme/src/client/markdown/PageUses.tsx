import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type {PageRecord} from '@opsbinder/core';
import {cardRoute} from '@opsbinder/core/browser';
import type {ReactNode} from 'react';
import {DateText} from '../facts/DateText.js';
import styles from './blocks.module.css';

interface Props {
  page: PageRecord;
  /** The route of the quick-reference cards. */
  cards?: string;
}

/**
 * At the end of a page: the alerts that lead to it, the incidents it was used in, the cards it stands on, and what
 * goes with it.
 */
export function PageUses({page: {uses}, cards: cardsRoute}: Props) {
  if (!uses) return null;
  const {alerts, incidents, cards, related} = uses;
  return (
    <dl className={styles.uses} data-pagefind-ignore="">
      {alerts.length > 0 && (
        <Use name={<Translate id="opsbinder.uses.alerts">Opened for</Translate>}>
          {alerts.map((name) => (
            <li key={name}>
              <code>{name}</code>
            </li>
          ))}
        </Use>
      )}
      {incidents.length > 0 && (
        <Use name={<Translate id="opsbinder.uses.incidents">Used in</Translate>}>
          {incidents.map(({title, permalink, on}) => (
            <li key={permalink}>
              <Link to={permalink}>{title}</Link> (<DateText date={on} />)
            </li>
          ))}
        </Use>
      )}
      {cards.length > 0 && (
        <Use name={<Translate id="opsbinder.uses.cards">On the card</Translate>}>
          {cards.map(({id, title}) => (
            <li key={id}>
              <CardLink route={cardsRoute} id={id}>
                {title ?? <Translate id="opsbinder.uses.siteCard">Quick reference</Translate>}
              </CardLink>
            </li>
          ))}
        </Use>
      )}
      {related.length > 0 && (
        <Use name={<Translate id="opsbinder.uses.related">See also</Translate>}>
          {related.map(({title, permalink}) => (
            <li key={permalink}>
              <Link to={permalink}>{title}</Link>
            </li>
          ))}
        </Use>
      )}
    </dl>
  );
}

// Without the plugin that makes cards, there is nowhere to lead.
function CardLink({route, id, children}: {route?: string; id: string; children: ReactNode}) {
  return route ? <Link to={cardRoute(route, id)}>{children}</Link> : children;
}

function Use({name, children}: {name: ReactNode; children: ReactNode}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </div>
  );
}
