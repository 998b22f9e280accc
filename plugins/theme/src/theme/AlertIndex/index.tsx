import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type {AlertIndexData} from '@opsbinder/core';
import {useEffect, useState} from 'react';
import {FreshnessMark} from '../../client/facts/FreshnessBadge.js';
import {alertTarget, filterAlerts, findAlert} from '../../client/pages/alerts.js';
import {ListPage} from '../../client/pages/ListPage.js';
import styles from '../../client/pages/styles.module.css';

/** Every alert with the page that answers it. `?name=` leads straight there, in any case. */
export default function AlertIndex({data}: {data: AlertIndexData}) {
  const {asOf, alerts} = data;
  const isBrowser = useIsBrowser();
  const [words, setWords] = useState('');
  const missing = useNamedAlert(data, setWords);
  const shown = filterAlerts(data, words);
  const title = translate({id: 'opsbinder.alerts.title', message: 'Alerts'});
  return (
    <ListPage
      title={title}
      description={translate({
        id: 'opsbinder.alerts.description',
        message: 'Which page to open for which alert',
      })}
      asOf={asOf}
    >
      {missing !== undefined && (
        <p role="status" className={styles.lead}>
          <Translate id="opsbinder.alerts.unknown" values={{name: <strong>{missing}</strong>}}>
            {'No page answers the alert {name}.'}
          </Translate>
        </p>
      )}
      {alerts.length === 0 ? (
        <p>
          <Translate id="opsbinder.alerts.none" values={{key: <code>alerts: [HighLatency]</code>}}>
            {'No page answers an alert yet: name them in the front matter of pages, as {key}.'}
          </Translate>
        </p>
      ) : (
        // Without JavaScript it would do nothing: the place is kept and nothing is shown.
        <div className={styles.filters} style={isBrowser ? undefined : {visibility: 'hidden'}}>
          <label>
            <Translate id="opsbinder.alerts.find">Find an alert</Translate>
            <input
              type="search"
              className={styles.filterText}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        </div>
      )}
      <ul className={styles.list}>
        {shown.map(({name, permalink, page}) => (
          <AlertItem key={name} name={name} permalink={permalink} page={data.pages[page]} />
        ))}
      </ul>
      {alerts.length > 0 && shown.length === 0 && (
        <p>
          <Translate id="opsbinder.alerts.noneFound">No alert has these words.</Translate>
        </p>
      )}
    </ListPage>
  );
}

interface ItemProps {
  name: string;
  permalink: string;
  page: AlertIndexData['pages'][number] | undefined;
}

function AlertItem({name, permalink, page}: ItemProps) {
  return (
    <li>
      <Link to={permalink}>{name}</Link>
      {page && (
        <span className={styles.meta}>
          {page.severity && <strong>{page.severity.id}</strong>}
          {page.title !== name && <span>{page.title}</span>}
          {page.owner && <span>{page.owner.name}</span>}
          <FreshnessMark freshness={page.freshness} />
        </span>
      )}
    </li>
  );
}

// Hosts that tell cases apart, and tools that can only fill in a query, get to every alert through this page.
function useNamedAlert({alerts}: AlertIndexData, onMissing: (name: string) => void): string | undefined {
  const [missing, setMissing] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the page was opened with counts
  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    const name = query.get('name');
    if (!name) return;
    const alert = findAlert(alerts, name);
    if (!alert) {
      setMissing(name);
      onMissing(name);
      return;
    }
    query.delete('name');
    const rest = query.size > 0 ? `?${query}` : '';
    window.location.replace(alertTarget(alert.permalink, rest, window.location.hash));
  }, []);
  return missing;
}
