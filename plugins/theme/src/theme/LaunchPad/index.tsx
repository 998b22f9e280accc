import {interpolate} from '@docusaurus/Interpolate';
import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import {usePluralForm} from '@docusaurus/theme-common';
import type {LaunchPadData} from '@opsbinder/core';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {DateText} from '../../client/facts/DateText.js';
import {StateIcon} from '../../client/facts/StateIcon.js';
import {useToday} from '../../client/facts/use-freshness.js';
import {stateWord} from '../../client/facts/words.js';
import {worsen} from '../../client/facts/worsen.js';
import {anchorIds} from '../../client/pages/anchor-ids.js';
import {PageList} from '../../client/pages/PageList.js';
import {SearchPrompt} from '../../client/pages/SearchPrompt.js';
import styles from '../../client/pages/styles.module.css';
import {fromMarker, summarizeOn} from '../../client/pages/summary.js';

/** Where whoever is on call begins: search, what to open in an emergency, the cards, what cannot be trusted. */
export default function LaunchPad({data}: {data: LaunchPadData}) {
  return (
    <Layout
      title={translate({id: 'opsbinder.launchPad.title', message: 'On call'})}
      description={data.tagline}
    >
      <main className={styles.page} data-pagefind-ignore="all">
        <Heading as="h1">{data.title}</Heading>
        {data.tagline && <p className={styles.lead}>{data.tagline}</p>}
        <SearchPrompt />
        <div className={styles.columns}>
          <Emergencies data={data} />
          <div className={styles.aside}>
            {data.alertsPermalink && <Alerts permalink={data.alertsPermalink} />}
            <Cards cards={data.cards} />
            <Reviews data={data} />
          </div>
        </div>
      </main>
    </Layout>
  );
}

function Emergencies({data: {emergencies, states, tiersPermalink}}: {data: LaunchPadData}) {
  const ids = anchorIds(
    'severity',
    emergencies.map(({severity}) => severity.id),
  );
  return (
    <div>
      {emergencies.map(({severity, pages}, index) => (
        <section key={severity.id} className={styles.group}>
          <Heading as="h2" id={ids[index]} className={styles.groupTitle}>
            <span>
              {severity.id} {severity.title}
            </span>
            {severity.respondIn && (
              <span className={styles.groupNote}>
                {severity.resolveIn ? (
                  <Translate
                    id="opsbinder.launchPad.times"
                    values={{respond: severity.respondIn, resolve: severity.resolveIn}}
                  >
                    {'respond in {respond}, resolve in {resolve}'}
                  </Translate>
                ) : (
                  <Translate id="opsbinder.severity.respondIn" values={{time: severity.respondIn}}>
                    {'respond in {time}'}
                  </Translate>
                )}
              </span>
            )}
          </Heading>
          <PageList pages={pages} />
        </section>
      ))}
      {emergencies.length === 0 && (
        <section className={styles.group}>
          <Heading as="h2">
            <Translate id="opsbinder.launchPad.pages">Pages</Translate>
          </Heading>
          <p>
            <NoSeverity count={states.length} />
          </p>
          {tiersPermalink && (
            <p>
              <Link to={tiersPermalink}>
                <Translate id="opsbinder.launchPad.allPages">All pages by tier</Translate>
              </Link>
            </p>
          )}
        </section>
      )}
    </div>
  );
}

function NoSeverity({count}: {count: number}) {
  const {selectMessage} = usePluralForm();
  const message = translate({
    id: 'opsbinder.launchPad.noSeverity',
    message:
      'The binder holds {count} page. Pages that say {key} in their front matter stand here, worst first.|The binder holds {count} pages. Those that say {key} in their front matter stand here, worst first.',
    description: 'Where no page is urgent. One form for each plural of the language, separated by |',
  });
  return interpolate(selectMessage(count, message), {count, key: <code>severity</code>});
}

function Alerts({permalink}: {permalink: string}) {
  return (
    <section className={styles.group}>
      <Heading as="h2">
        <Translate id="opsbinder.launchPad.alerts">An alert fires?</Translate>
      </Heading>
      <Link to={permalink} className={styles.cardLink}>
        <Translate id="opsbinder.launchPad.allAlerts">Alerts and their pages</Translate>
      </Link>
    </section>
  );
}

function Cards({cards}: {cards: LaunchPadData['cards']}) {
  if (cards.length === 0) return null;
  return (
    <section className={styles.group}>
      <Heading as="h2">
        <Translate id="opsbinder.launchPad.cards">Quick-reference cards</Translate>
      </Heading>
      {cards.map((card) => (
        <Link key={card.permalink} to={card.permalink} className={styles.cardLink}>
          {card.title}
        </Link>
      ))}
    </section>
  );
}

function Reviews({data: {states, overdueFirst, asOf, reviewsPermalink}}: {data: LaunchPadData}) {
  const today = useToday(asOf);
  const summary = summarizeOn(today, states.map(fromMarker));
  const overdue = overdueFirst.filter(({freshness}) => worsen(freshness, today).state === 'overdue');
  const counts = [
    ['fresh', summary.fresh],
    ['due-soon', summary.dueSoon],
    ['overdue', summary.overdue],
    ['unknown', summary.unknown],
  ] as const;
  return (
    <section className={styles.group}>
      <Heading as="h2">
        <Translate id="opsbinder.launchPad.reviews">Can it be trusted?</Translate>
      </Heading>
      <dl className={styles.counts}>
        {counts.map(([state, count]) => (
          <div key={state} style={{display: 'contents'}}>
            <dt>{count}</dt>
            <dd>
              <StateIcon state={state} /> {stateWord(state)}
            </dd>
          </div>
        ))}
      </dl>
      {overdue.length > 0 && (
        <>
          <Heading as="h3">
            <Translate id="opsbinder.launchPad.overdue">Overdue</Translate>
          </Heading>
          <PageList pages={overdue} withSeverity />
        </>
      )}
      {reviewsPermalink && (
        <p>
          <Link to={reviewsPermalink}>
            <Translate id="opsbinder.launchPad.allReviews">All reviews by month</Translate>
          </Link>
        </p>
      )}
      <p className={styles.note}>
        <Translate id="opsbinder.freshness.asOf" values={{date: <DateText date={asOf} />}}>
          {'As of {date}'}
        </Translate>
      </p>
    </section>
  );
}
