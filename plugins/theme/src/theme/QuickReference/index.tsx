import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import type {CardPageData} from '@opsbinder/core';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {CardFiles} from '../../client/card/CardFiles.js';
import {CardSheet} from '../../client/card/CardSheet.js';
import files from '../../client/card/files.module.css';
import {PaperAnswer} from '../../client/card/PaperAnswer.js';
import styles from '../../client/card/styles.module.css';

/** The page of a quick-reference card, or of all cards one below the other. Each prints on a sheet of its own. */
export default function QuickReference({data: {cards, others, isIndex}}: {data: CardPageData}) {
  const isList = cards.length > 1;
  const [only] = cards;
  const title =
    only && !isList
      ? titleOf(only.card.title)
      : translate({id: 'opsbinder.card.all', message: 'Quick reference'});
  return (
    <Layout
      title={title}
      description={translate({
        id: 'opsbinder.card.description',
        message: 'Contacts, addresses, commands and procedures for an emergency',
      })}
    >
      {/* Search leads to the cards' own pages. */}
      <main
        className={styles.page}
        data-pagefind-ignore={isIndex ? 'all' : undefined}
        data-pagefind-filter={isIndex ? undefined : 'type:card'}
      >
        {(isList || !only) && (
          <Heading as="h1" className={styles.listTitle}>
            {title}
          </Heading>
        )}
        {!only && <NoCard />}
        {cards.map((view) => (
          <div key={view.card.id} className={styles.one}>
            {!isIndex && (
              <>
                <PaperAnswer card={view.card} />
                <CompareByHand revision={view.card.revision} />
              </>
            )}
            <CardFiles view={view} />
            <CardSheet
              view={view}
              title={isList ? view.card.title : titleOf(view.card.title)}
              level={isList ? 2 : 1}
            />
          </div>
        ))}
        {others.length > 0 && <Others cards={others} />}
      </main>
    </Layout>
  );
}

function CompareByHand({revision}: {revision: string}) {
  return (
    <p className={files.byHand}>
      <Translate id="opsbinder.paper.byHand" values={{revision: <code>{revision.split('-')[0]}</code>}}>
        {'Paper in your hand? Its words are these if its revision begins with {revision}.'}
      </Translate>
    </p>
  );
}

function titleOf(title: string): string {
  return translate({id: 'opsbinder.card.title', message: 'Quick reference: {title}'}, {title});
}

function NoCard() {
  return (
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
  );
}

function Others({cards}: {cards: CardPageData['others']}) {
  return (
    <nav
      className={styles.others}
      aria-label={translate({id: 'opsbinder.card.others', message: 'Other cards'})}
    >
      <Heading as="h2">
        <Translate id="opsbinder.card.others">Other cards</Translate>
      </Heading>
      <ul>
        {cards.map(({title, permalink}) => (
          <li key={permalink}>
            <Link to={permalink}>{title}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
