import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import type {SearchHelp} from '@opsbinder/core';
import {type ReactNode, useId} from 'react';
import {pageWord} from './page-words';
import styles from './styles.module.css';
import {useHelp} from './use-help';

/** What to do where no page matches: how to ask otherwise, whom to ask, and what to open instead. */
export default function NothingFound({bundlePath}: {bundlePath: string}): ReactNode {
  const help = useHelp(bundlePath);
  return (
    <div className={styles.nothing}>
      <p>
        <Translate id="opsbinder.search.try" description="Above ways to find something after all">
          What may find it:
        </Translate>
      </p>
      <ul className={styles.ways}>
        <li>
          <Translate id="opsbinder.search.try.fewer">fewer words, or only one that is rare</Translate>
        </li>
        <li>
          <Translate id="opsbinder.search.try.alert">
            the name of the alert, as it stands in the message
          </Translate>
        </li>
        <li>
          <Translate id="opsbinder.search.try.exact">
            an exact part of the error message, without times, names of hosts and numbers
          </Translate>
        </li>
      </ul>
      {help && <Help help={help} />}
    </div>
  );
}

function Help({help: {owners, cards, pages}}: {help: SearchHelp}): ReactNode {
  const people = owners.flatMap(({name, url}) => (url ? [{name, url}] : []));
  return (
    <>
      <Links title={translate({id: 'opsbinder.search.owners', message: 'Whom to ask'})} links={people} />
      <Links
        title={translate({id: 'opsbinder.search.cards', message: 'Quick-reference cards'})}
        links={cards.map(({title, url}) => ({name: title, url}))}
      />
      <Links
        title={translate({id: 'opsbinder.search.lists', message: 'Everything by list'})}
        links={pages.map(({name, url}) => ({name: pageWord(name), url}))}
      />
    </>
  );
}

function Links({title, links}: {title: string; links: {name: string; url: string}[]}): ReactNode {
  const id = useId();
  if (links.length === 0) return null;
  return (
    <>
      <h2 id={id} className={styles.listTitle}>
        {title}
      </h2>
      <ul className={styles.linkRow} aria-labelledby={id}>
        {links.map(({name, url}) => (
          <li key={url}>
            <Link to={url} autoAddBaseUrl={false}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
