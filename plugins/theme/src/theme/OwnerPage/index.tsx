import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import type {OwnerLink, OwnerPageData} from '@opsbinder/core';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {OwnerWays} from '../../client/facts/OwnerContact.js';
import {CalendarLinks} from '../../client/pages/Calendar.js';
import {PageList} from '../../client/pages/PageList.js';
import styles from '../../client/pages/styles.module.css';
import {AsOf} from '../../client/pages/tier.js';

/** One owner: how to reach them, whom to turn to next, and what they answer for. */
export default function OwnerPage({data}: {data: OwnerPageData}) {
  const {owner, pages, escalation, escalatedFrom} = data;
  return (
    <Layout
      title={owner.name}
      description={translate(
        {id: 'opsbinder.owner.description', message: 'What {name} answers for, and how to reach them'},
        {name: owner.name},
      )}
    >
      <main className={styles.page} data-pagefind-ignore="all">
        <nav
          className={styles.above}
          aria-label={translate({id: 'opsbinder.owners.title', message: 'Owners'})}
        >
          <Link to={data.indexPermalink}>
            <Translate id="opsbinder.owners.all">All owners</Translate>
          </Link>
        </nav>
        <Heading as="h1">{owner.name}</Heading>
        <p className={styles.contact}>
          <OwnerWays owner={owner} />
        </p>
        {escalation.length > 0 && (
          <section className={styles.group}>
            <Heading as="h2" id="escalation">
              <Translate id="opsbinder.owner.escalation" description="Whom to turn to after an owner">
                If they do not answer
              </Translate>
            </Heading>
            <OwnerSteps owners={escalation} />
          </section>
        )}
        <section className={styles.group}>
          <Heading as="h2" id="pages">
            <Translate id="opsbinder.owner.pages" description="The pages that an owner answers for">
              Answers for
            </Translate>
          </Heading>
          {pages.length > 0 ? (
            <PageList pages={pages} withSeverity withoutOwner withDate />
          ) : (
            <p>
              <Translate id="opsbinder.owner.noPages">No listed page names them as its owner.</Translate>
            </p>
          )}
          {data.reviewsPermalink && pages.length > 0 && (
            <p>
              <Link to={data.reviewsPermalink}>
                <Translate id="opsbinder.owner.reviews">Their reviews by month</Translate>
              </Link>
            </p>
          )}
          {data.calendar && <CalendarLinks path={data.calendar} />}
        </section>
        {escalatedFrom.length > 0 && (
          <section className={styles.group}>
            <Heading as="h2" id="stands-behind">
              <Translate id="opsbinder.owner.standsBehind" description="Those who turn to this owner next">
                Stands behind
              </Translate>
            </Heading>
            <ul className={styles.list}>
              {escalatedFrom.map((other) => (
                <li key={other.owner.id}>
                  <Link to={other.permalink}>{other.owner.name}</Link>
                </li>
              ))}
            </ul>
          </section>
        )}
        <AsOf date={data.asOf} />
      </main>
    </Layout>
  );
}

function OwnerSteps({owners}: {owners: OwnerLink[]}) {
  return (
    <ol className={styles.chain}>
      {owners.map(({owner, permalink}) => (
        <li key={owner.id}>
          <Link to={permalink}>{owner.name}</Link>
          <div className={styles.meta}>
            <OwnerWays owner={owner} />
          </div>
        </li>
      ))}
    </ol>
  );
}
