import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import type {TierIndexData} from '@opsbinder/core';
import Heading from '@theme/Heading';
import {ListPage} from '../../client/pages/ListPage.js';
import {PageCount} from '../../client/pages/PageCount.js';
import {PageList} from '../../client/pages/PageList.js';
import styles from '../../client/pages/styles.module.css';
import {TierDue, tierTitle} from '../../client/pages/tier.js';

/** All pages by the tier that asks for them, then those that no tier asks for. */
export default function TierIndex({data: {asOf, tiers, untiered}}: {data: TierIndexData}) {
  const title = translate({id: 'opsbinder.tiers.title', message: 'Tiers'});
  return (
    <ListPage
      title={title}
      description={translate({
        id: 'opsbinder.tiers.description',
        message: 'Pages by the time at which they must exist',
      })}
      asOf={asOf}
    >
      {tiers.map(({tier, permalink, pages}) => (
        <section key={tier.id} className={styles.group}>
          <Heading as="h2" id={`tier-${tier.id}`} className={styles.groupTitle}>
            <Link to={permalink}>{tierTitle(tier)}</Link>
            <TierDue tier={tier} />
          </Heading>
          {pages.length > 0 ? <PageList pages={pages} withSeverity /> : <NoPages />}
        </section>
      ))}
      {untiered.length > 0 && (
        <section className={styles.group}>
          <Heading as="h2" id="no-tier" className={styles.groupTitle}>
            <Translate id="opsbinder.tiers.untiered">No tier</Translate>
            <span className={styles.groupNote}>
              <PageCount count={untiered.length} />
            </span>
          </Heading>
          <PageList pages={untiered} withSeverity />
        </section>
      )}
    </ListPage>
  );
}

function NoPages() {
  return (
    <p className={styles.note}>
      <Translate id="opsbinder.tiers.none">No page names this tier yet.</Translate>
    </p>
  );
}
