import {translate} from '@docusaurus/Translate';
import {createContext, type ReactNode, useContext, useId} from 'react';
import styles from './blocks.module.css';

// The id of the question, which names the choices.
const QuestionId = createContext<string | undefined>(undefined);

interface DecisionProps {
  /** Whether it has a question. */
  titled?: boolean;
  children: ReactNode;
}

/** Ways to go on (`:::decision`): a list of links, shown as large choices. */
export function Decision({titled, children}: DecisionProps) {
  const id = useId();
  const name = titled
    ? {'aria-labelledby': id}
    : {'aria-label': translate({id: 'opsbinder.decision', message: 'Decision'})};
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div role="group" className={styles.decision} {...name}>
      <QuestionId.Provider value={id}>{children}</QuestionId.Provider>
    </div>
  );
}

/** What a decision asks: the words in its brackets. */
export function Question({children}: {children: ReactNode}) {
  return (
    <div id={useContext(QuestionId)} className={styles.question}>
      {children}
    </div>
  );
}
