import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {NoScriptSearch} from '../search/NoScriptSearch.js';
import {OPEN_SEARCH} from '../search/open-search.js';
import {useSearchPlace} from '../search/place.js';
import styles from './search-prompt.module.css';

/** A large way into the search, for a page that begins with it. Nothing without the search plugin. */
export function SearchPrompt() {
  const isBrowser = useIsBrowser();
  const place = useSearchPlace();
  if (!place) return null;
  return (
    <div className={styles.place}>
      <button
        type="button"
        // Without JavaScript it would do nothing: it keeps its place and is not shown.
        data-asleep={isBrowser ? undefined : ''}
        className={styles.prompt}
        aria-haspopup="dialog"
        onClick={() => document.dispatchEvent(new CustomEvent(OPEN_SEARCH))}
      >
        <Translate id="opsbinder.launchPad.search">
          Search for an error message, an alert, a command
        </Translate>
      </button>
      <NoScriptSearch place={place} className={styles.form} />
    </div>
  );
}
