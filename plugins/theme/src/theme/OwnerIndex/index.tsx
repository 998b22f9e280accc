import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import type {OwnerIndexData} from '@opsbinder/core';
import Heading from '@theme/Heading';
import {OwnerWays} from '../../client/facts/OwnerContact.js';
import {useToday} from '../../client/facts/use-freshness.js';
import {ListPage} from '../../client/pages/ListPage.js';
import {PageList} from '../../client/pages/PageList.js';
import {StateCounts} from '../../client/pages/Score.js';
import styles from '../../client/pages/styles.module.css';
import {fromMarker, summarizeOn} from '../../client/pages/summary.js';

/** Who answers for what and how to reach them, then the pages that nobody answers for. */
export default function OwnerIndex({data: {asOf, owners, unowned}}: {data: OwnerIndexData}) {
  const today = useToday(asOf);
  const title = translate({id: 'opsbinder.owners.title', message: 'Owners'});
  return (
    <ListPage
      title={title}
      description={translate({
        id: 'opsbinder.owners.description',
        message: 'Who answers for which pages, and how to reach them',
      })}
      asOf={asOf}
    >
      {owners.length === 0 && (
        <p>
          <Translate
            id="opsbinder.owners.none"
            values={{file: <code>owners.yml</code>, key: <code>owner</code>}}
          >
            {
              'Nobody is named yet: describe teams in {file}, and name them in the front matter of pages as {key}.'
            }
          </Translate>
        </p>
      )}
      <ul className={styles.list}>
        {owners.map(({owner, permalink, states}) => (
          <li key={owner.id}>
            <Link to={permalink}>{owner.name}</Link>
            <div className={styles.meta}>
              <OwnerWays owner={owner} />
            </div>
            {states.length > 0 && <StateCounts summary={summarizeOn(today, states.map(fromMarker))} />}
          </li>
        ))}
      </ul>
      {unowned.length > 0 && (
        <section className={styles.group}>
          <Heading as="h2" id="no-owner">
            <Translate id="opsbinder.owner.none">No owner</Translate>
          </Heading>
          <PageList pages={unowned} withSeverity />
        </section>
      )}
    </ListPage>
  );
}
