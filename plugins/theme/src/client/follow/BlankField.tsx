import Translate from '@docusaurus/Translate';
import type {PageBlank} from '@opsbinder/core';
import {actsInShell, hasUnseen} from '@opsbinder/core/fill';
import {useEffect, useRef, useState} from 'react';
import styles from './blanks.module.css';
import {matchesPattern} from './check-value.js';
import {fieldId} from './focus.js';
import {useSnapshot} from './page-state.js';
import * as words from './words.js';

interface Props {
  blank: PageBlank;
  onFill: (value: string) => void;
}

/** The field of one blank. What does not fit its pattern stays in the field and goes into no command. */
export function BlankField({blank, onFill}: Props) {
  const {key, name, description, options, pattern, secret} = blank;
  const {filled} = useSnapshot();
  const value = filled[key] ?? '';
  const [draft, setDraft] = useState<string>();
  const own = useRef(value);
  useEffect(() => {
    // Filled from elsewhere: a link, another tab, a run that starts over.
    if (value !== own.current) setDraft(undefined);
    own.current = value;
  }, [value]);
  const shown = draft ?? value;
  const problem = problemOf(shown.trim(), pattern);
  const id = fieldId(key);
  const hint = description || problem || (shown !== '' && actsInShell(shown));
  const change = (text: string) => {
    setDraft(text);
    const clean = text.trim();
    own.current = problemOf(clean, pattern) === undefined ? clean : '';
    if (own.current !== value) onFill(own.current);
  };
  const common = {
    id,
    className: styles.field,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    'aria-invalid': problem ? true : undefined,
  };
  return (
    <div className={styles.blankField}>
      <label htmlFor={id}>
        <code>{name}</code>
      </label>
      {options ? (
        <select {...common} value={shown} onChange={(event) => change(event.target.value)}>
          <option value="">{words.notFilled()}</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          // A secret is not for those who look over a shoulder, nor for the browser's own memory.
          type={secret ? 'password' : 'text'}
          value={shown}
          autoComplete={secret ? 'new-password' : 'off'}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {description && <span>{description}</span>}
          {problem ? (
            <strong>{problem}</strong>
          ) : (
            shown !== '' && actsInShell(shown) && <strong>{words.acts()}</strong>
          )}
        </p>
      )}
      {secret && (
        <p className={styles.hint}>
          <Translate id="opsbinder.blanks.secret">Secret: kept nowhere</Translate>
        </p>
      )}
    </div>
  );
}

function problemOf(value: string, pattern: string | undefined): string | undefined {
  if (value === '') return undefined;
  if (hasUnseen(value)) return words.unseen();
  return matchesPattern(value, pattern) ? undefined : words.unlike(pattern ?? '');
}
