import Translate from '@docusaurus/Translate';
import {usePluginData} from '@docusaurus/useGlobalData';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {OPEN_SEARCH} from '../search/open-search.js';
import styles from './styles.module.css';

/** A large way into the search, for a page that begins with it. Nothing without the search plugin. */
export function SearchPrompt() {
  const isBrowser = useIsBrowser();
  if (!usePluginData('@opsbinder/docusaurus-plugin-search')) return null;
  return (
    <button
      type="button"
      className={styles.searchPrompt}
      // Without JavaScript it would do nothing: it keeps its place and is not shown.
      style={isBrowser ? undefined : {visibility: 'hidden'}}
      aria-haspopup="dialog"
      onClick={() => document.dispatchEvent(new CustomEvent(OPEN_SEARCH))}
    >
      <Translate id="opsbinder.launchPad.search">Search for an error message, an alert, a command</Translate>
    </button>
  );
}
