import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import type {TierPageData} from '@opsbinder/core';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {PageList} from '../../client/pages/PageList.js';
import styles from '../../client/pages/styles.module.css';
import {AsOf, TierDue, tierTitle} from '../../client/pages/tier.js';

/** The pages of one tier. */
export default function TierPage({data: {asOf, tier, pages, tiers, indexPermalink}}: {data: TierPageData}) {
  return (
    <Layout title={tierTitle(tier)} description={tier.title}>
      <main className={styles.page} data-pagefind-ignore="all">
        <nav aria-label={translate({id: 'opsbinder.tiers.nav', message: 'Tiers'})}>
          <ul className={styles.tierNav}>
            <li>
              <Link to={indexPermalink}>
                <Translate id="opsbinder.tiers.all">All tiers</Translate>
              </Link>
            </li>
            {tiers.map((other) => (
              <li key={other.tier.id}>
                <Link
                  to={other.permalink}
                  aria-label={tierTitle(other.tier)}
                  aria-current={other.tier.id === tier.id ? 'page' : undefined}
                >
                  {other.tier.id}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Heading as="h1">{tierTitle(tier)}</Heading>
        <p className={styles.lead}>
          <TierDue tier={tier} />
        </p>
        {pages.length > 0 ? (
          <PageList pages={pages} withSeverity />
        ) : (
          <p>
            <Translate id="opsbinder.tiers.none">No page names this tier yet.</Translate>
          </p>
        )}
        <AsOf date={asOf} />
      </main>
    </Layout>
  );
}
