import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import type {CardPageData} from '@opsbinder/core';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {CardSheet} from '../../client/card/CardSheet.js';
import styles from '../../client/card/styles.module.css';

/** A quick-reference card on a page of its own, or all of them one below the other; each prints on one sheet. */
export default function QuickReference({data: {cards, others, isIndex}}: {data: CardPageData}) {
  const [only] = cards.length === 1 ? cards : [];
  const title = only
    ? translate({id: 'opsbinder.card.title', message: 'Quick reference: {title}'}, {title: only.card.title})
    : translate({id: 'opsbinder.card.all', message: 'Quick reference'});
  return (
    <Layout
      title={title}
      description={translate({
        id: 'opsbinder.card.description',
        message: 'Contacts, addresses, commands and procedures for an emergency',
      })}
    >
      <main className={styles.page}>
        {cards.length === 0 && (
          <>
            <Heading as="h1">{title}</Heading>
            <p>
              <Translate
                id="opsbinder.card.empty"
                values={{key: <code>quick_reference</code>, block: <code>:::card</code>}}
              >
                {
                  'No page puts anything on this card yet. Add {key} to the front matter of a page, or a {block} block to its text.'
                }
              </Translate>
            </p>
          </>
        )}
        {cards.map((view) => (
          <CardSheet key={view.card.id} view={view} isIndex={isIndex} />
        ))}
        {others.length > 0 && (
          <nav
            className={styles.others}
            aria-label={translate({id: 'opsbinder.card.others', message: 'Other cards'})}
          >
            <Heading as="h2">
              <Translate id="opsbinder.card.others">Other cards</Translate>
            </Heading>
            <ul>
              {others.map((other) => (
                <li key={other.permalink}>
                  <Link to={other.permalink}>{other.title}</Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </main>
    </Layout>
  );
}
