import Translate from '@docusaurus/Translate';
import styles from './print-button.module.css';

/** Prints the page. */
export function PrintButton() {
  return (
    <button type="button" className={styles.print} onClick={() => window.print()}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 1h8v3H4zM2 5h12a1 1 0 0 1 1 1v5h-3V9H4v2H1V6a1 1 0 0 1 1-1zm3 5h6v5H5z" />
      </svg>
      <Translate id="opsbinder.print">Print this page</Translate>
    </button>
  );
}
