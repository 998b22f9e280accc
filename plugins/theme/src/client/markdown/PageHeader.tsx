import Translate from '@docusaurus/Translate';
import type {PageRecord} from '@opsbinder/core';
import type {ReactNode} from 'react';
import {FreshnessBadge} from '../facts/FreshnessBadge.js';
import {OverdueAdvice} from '../facts/OverdueAdvice.js';
import {OwnerContact} from '../facts/OwnerContact.js';
import {SeverityFact, TypeFact} from '../facts/PageFacts.js';
import {pageAttributes} from '../facts/page-attributes.js';
import {TestingLine} from '../facts/TestingLine.js';
import {hasWork, WorkFact} from '../facts/WorkFact.js';
import {PaperFoot} from '../paper/PaperFoot.js';
import {PaperStamp} from '../paper/PaperStamp.js';
import styles from './header.module.css';
import {JumpLinks} from './JumpLinks.js';

interface Props {
  page: PageRecord;
  /** Show what the runbooks plugin knows: type, tier, severity, owner, what there is to do and where it begins. */
  runbook?: boolean;
  /** Show what the freshness plugin knows: the review badge. */
  freshness?: boolean;
  /** What is done with the page as a whole. */
  children?: ReactNode;
}

/** What stands between a page's title and its text. */
export function PageHeader({page, runbook, freshness, children}: Props) {
  const hasFacts =
    page.type ||
    page.status !== 'published' ||
    page.tier ||
    page.severity ||
    page.owner ||
    hasWork(page.counts);
  return (
    <div className={styles.header} data-pagefind-ignore="" {...pageAttributes(page, {runbook, freshness})}>
      {runbook && hasFacts && (
        <ul className={styles.facts}>
          {(page.type || page.status !== 'published') && (
            <li>
              <TypeFact type={page.type} status={page.status} />
            </li>
          )}
          {page.tier && (
            <li>
              <Translate
                id="opsbinder.tier"
                description="A tier with its number and title"
                values={{tier: page.tier.id, title: page.tier.title}}
              >
                {'Tier {tier}: {title}'}
              </Translate>
            </li>
          )}
          {page.severity && (
            <li>
              <SeverityFact severity={page.severity} />
            </li>
          )}
          {page.owner && (
            <li>
              <span className={styles.factLabel}>
                <Translate id="opsbinder.owner">Owner</Translate>
              </span>{' '}
              <OwnerContact owner={page.owner} rotaOnPaper />
            </li>
          )}
          {hasWork(page.counts) && (
            <li>
              <WorkFact counts={page.counts} />
            </li>
          )}
        </ul>
      )}
      {freshness && (
        <>
          <FreshnessBadge freshness={page.freshness} />
          <p className={styles.advice}>
            <OverdueAdvice page={page} />
          </p>
          <p className={styles.testing}>
            <TestingLine page={page} />
          </p>
        </>
      )}
      <PaperStamp page={page} freshness={freshness} />
      {(runbook || children) && (
        <div className={styles.actions}>
          {runbook && <JumpLinks jumps={page.jumps} />}
          {children}
        </div>
      )}
      <PaperFoot title={page.title} />
    </div>
  );
}
