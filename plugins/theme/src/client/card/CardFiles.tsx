import Translate, {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type {CardView, Paper} from '@opsbinder/core';
import styles from './files.module.css';

/** The ways to take a card along. Its files are no pages of the site, so plain links lead to them. */
export function CardFiles({view: {html, pdfs}}: {view: CardView}) {
  // Without a script there is nothing to press.
  const canPrint = useIsBrowser();
  return (
    <ul
      className={styles.files}
      aria-label={translate({id: 'opsbinder.card.files', message: 'This card to take along'})}
    >
      {pdfs.map(({paper, permalink}) => (
        <li key={paper}>
          <a href={permalink}>
            <Translate id="opsbinder.card.pdf" values={{paper: PAPER_NAMES[paper]}}>
              {'PDF, {paper}'}
            </Translate>
          </a>
        </li>
      ))}
      {html && (
        <li>
          <a href={html}>
            <Translate
              id="opsbinder.card.oneFile"
              description="Link to the card as a file that needs no other"
            >
              One file
            </Translate>
          </a>
        </li>
      )}
      {canPrint && (
        <li>
          <button type="button" onClick={() => window.print()}>
            <Translate id="opsbinder.print">Print</Translate>
          </button>
        </li>
      )}
    </ul>
  );
}

const PAPER_NAMES: Readonly<Record<Paper, string>> = {a4: 'A4', letter: 'Letter'};
