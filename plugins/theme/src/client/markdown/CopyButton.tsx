import Translate from '@docusaurus/Translate';
import {useEffect, useState} from 'react';
import styles from './styles.module.css';

/** How long the button says what it has done, in milliseconds. */
const SAYS_FOR = 2500;

/**
 * A button that copies a text, and says so to eyes and ears. Without JavaScript and on paper it is not there.
 *
 * @param text gives the text at the moment of the click
 */
export function CopyButton({text}: {text: () => string}) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (outcome === undefined) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), SAYS_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      // Without a secure connection a browser has no clipboard to offer.
      await navigator.clipboard.writeText(text());
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <span className={styles.copy}>
      <span role="status" className={styles.copyOutcome}>
        {outcome === 'copied' && <Translate id="opsbinder.copy.copied">Copied</Translate>}
        {outcome === 'failed' && (
          <Translate id="opsbinder.copy.failed">Not copied: select the text</Translate>
        )}
      </span>
      <button type="button" className="button button--secondary" onClick={copy}>
        <Translate id="opsbinder.copy">Copy</Translate>
      </button>
    </span>
  );
}
