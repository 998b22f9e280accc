import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type {SearchPageData, SearchWay} from '@opsbinder/core';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import pageStyles from '../../client/pages/styles.module.css';
import FullSearch from '../../client/search/FullSearch';
import styles from '../../client/search/page.module.css';
import {pageWord} from '../../client/search/page-words';
import {useSearchPlace} from '../../client/search/place';

/** What the route knows: lists that can be read without searching. */
interface Props {
  data?: SearchPageData;
}

/** All results of a search with filters. Neither this site's search nor others list it. */
export default function SearchPage({data}: Props): ReactNode {
  const place = useSearchPlace();
  const isBrowser = useIsBrowser();
  const title = translate({id: 'opsbinder.search.title', message: 'Search'});
  return (
    <Layout
      title={title}
      description={translate({
        id: 'opsbinder.search.description',
        message: 'All pages that match, by type, tier, owner and review',
      })}
    >
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <main className={pageStyles.page} data-pagefind-ignore="all" data-needs-script="">
        <Heading as="h1">{title}</Heading>
        <noscript>
          <WithoutScript pages={data?.pages ?? []} />
        </noscript>
        {place && (isBrowser ? <FullSearch place={place} /> : <div className={styles.room} />)}
      </main>
    </Layout>
  );
}

function WithoutScript({pages}: {pages: SearchWay[]}): ReactNode {
  return (
    <>
      <p>
        <Translate id="opsbinder.search.noScript">
          The search needs JavaScript: the index is read by the browser, not by a server. All pages can be
          read without.
        </Translate>
      </p>
      {pages.length > 0 && (
        <>
          <p>
            <Translate id="opsbinder.search.noScript.lists" description="Above links to lists of pages">
              These lists lead to them:
            </Translate>
          </p>
          <ul>
            {pages.map(({name, url}) => (
              <li key={url}>
                <Link to={url} autoAddBaseUrl={false}>
                  {pageWord(name)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
