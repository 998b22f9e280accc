import {translate} from '@docusaurus/Translate';
import {Fragment, type MouseEvent, type ReactNode, useEffect, useRef} from 'react';
import {FreshnessMark} from '../facts/FreshnessBadge';
import {kindWord} from './kind-words';
import {ResultLink} from './ResultLink';
import type {PageFacts, PageResult, Fragment as TextFragment} from './result';
import styles from './styles.module.css';
import type {Answer} from './use-search';
import {handOver} from './words-to-mark';

interface Props {
  answer: Answer;
  onShowMore: () => void;
}

/** The pages that match, each with the sections of it that match best. */
export default function SearchResults({answer, onShowMore}: Props): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  const {typed, results, total} = answer;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at the top
  useEffect(() => {
    area.current?.scrollTo({top: 0});
  }, [typed]);

  // The button moves away below the new results; the first of them is where reading goes on.
  const goOnAt = useRef<number>(undefined);
  useEffect(() => {
    if (goOnAt.current === undefined || goOnAt.current >= results.length) return;
    area.current?.querySelector<HTMLElement>(`[data-result="${goOnAt.current}"]`)?.focus();
    goOnAt.current = undefined;
  }, [results.length]);

  function showMore() {
    goOnAt.current = results.length;
    onShowMore();
  }

  if (total === 0) return null;
  return (
    <div ref={area} className={styles.results}>
      <ol
        className={styles.list}
        aria-label={translate({
          id: 'opsbinder.search.results',
          message: 'Results',
          description: 'Name of the list of results',
        })}
      >
        {results.map((page, index) => (
          <Page key={page.url} page={page} index={index} answer={answer} />
        ))}
      </ol>
      {results.length < total && (
        <button type="button" className={styles.more} onClick={showMore} data-more>
          {translate({id: 'opsbinder.search.more', message: 'Show more', description: 'Shows more results'})}
        </button>
      )}
    </div>
  );
}

interface PageProps {
  page: PageResult;
  index: number;
  answer: Answer;
}

function Page({page, index, answer}: PageProps): ReactNode {
  function takeWords(event: MouseEvent) {
    const link = (event.target as Element).closest('a');
    // Opened elsewhere, it does not come by here.
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    handOver(link.pathname + link.search + link.hash, {
      typed: answer.words,
      forms: page.words,
      ...phraseIn(answer.typed),
    });
  }

  return (
    <li className={styles.result} onClickCapture={takeWords}>
      <ResultLink className={styles.page} url={page.url} others={answer.others} data-result={index}>
        <span className={styles.title}>{page.title}</span>
        <span className={styles.context}>
          {page.context}
          <Facts facts={page.facts} />
        </span>
        {page.excerpt.length > 0 && <Excerpt of={page.excerpt} />}
      </ResultLink>
      {page.sections.length > 0 && (
        <div className={styles.below}>
          <ul className={styles.sections}>
            {page.sections.map((section) => (
              <li key={section.url}>
                <ResultLink className={styles.section} url={section.url} others={answer.others}>
                  <span className={styles.heading}>{section.title}</span>
                  <Excerpt of={section.excerpt} />
                </ResultLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

/** What somebody typed in quotes, without anything else. */
function phraseIn(typed: string): {phrase?: string} {
  const phrase = /^"([^"]+)"$/.exec(typed.trim())?.[1];
  return phrase === undefined ? {} : {phrase};
}

function Facts({facts: {type, tier, freshness, words}}: {facts: PageFacts}): ReactNode {
  const shown = [
    type && kindWord(type),
    tier !== undefined && translate({id: 'opsbinder.search.tier', message: 'Tier {tier}'}, {tier}),
    ...words,
    freshness && <FreshnessMark freshness={freshness} />,
  ].filter(Boolean);
  return shown.map((fact, index) => (
    <Fragment key={index}>
      {' · '}
      {fact}
    </Fragment>
  ));
}

function Excerpt({of: fragments}: {of: readonly TextFragment[]}): ReactNode {
  return (
    <span className={styles.excerpt}>
      {fragments.map(({text, marked}, index) => {
        return marked ? <mark key={index}>{text}</mark> : text;
      })}
    </span>
  );
}
