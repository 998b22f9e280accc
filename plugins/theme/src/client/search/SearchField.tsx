import {translate} from '@docusaurus/Translate';
import {type ReactNode, type Ref, useId} from 'react';
import styles from './styles.module.css';

interface Props {
  typed: string;
  onType: (typed: string) => void;
  /** What a phone's keyboard calls its Enter. */
  enter: 'go' | 'search';
  className?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}

/** The field that is searched from, named for those who do not see it; nothing corrects what stands in an error. */
export default function SearchField({typed, onType, enter, className, ref}: Props): ReactNode {
  const id = useId();
  return (
    <>
      <label className={styles.hidden} htmlFor={id}>
        {translate({
          id: 'opsbinder.search.field',
          message: 'Search for',
          description: 'Label of the search field',
        })}
      </label>
      <input
        ref={ref}
        id={id}
        className={className}
        type="search"
        enterKeyHint={enter}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        placeholder={translate({
          id: 'opsbinder.search.placeholder',
          message: 'A word, an alert or an error message',
          description: 'Placeholder of the search field',
        })}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
    </>
  );
}
