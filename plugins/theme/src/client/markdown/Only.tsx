import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';
import styles from './blocks.module.css';

interface OnlyProps {
  /** For whom, such as `platform, sre`; undefined where the block forgot to say it. */
  audience?: string;
  children: ReactNode;
}

/** What builds for other readers leave out (`:::only`), with a word that keeps it from being passed on. */
export function Only({audience, children}: OnlyProps) {
  return (
    <div className={styles.only}>
      <p className={styles.onlyFor} data-pagefind-ignore="">
        {audience === undefined ? (
          <Translate id="opsbinder.only.nobody">For nobody in particular: no audience is named</Translate>
        ) : (
          <Translate id="opsbinder.only.for" values={{audience}}>
            {'For: {audience}'}
          </Translate>
        )}
      </p>
      {children}
    </div>
  );
}
