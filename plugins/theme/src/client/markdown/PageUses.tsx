import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type {PageRecord} from '@opsbinder/core';
import type {ReactNode} from 'react';
import {DateText} from '../facts/DateText.js';
import styles from './styles.module.css';

/** At the end of a page: the alerts that lead to it, the incidents it was used in, and what goes with it. */
export function PageUses({page: {uses}}: {page: PageRecord}) {
  if (!uses) return null;
  const {alerts, incidents, related} = uses;
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
