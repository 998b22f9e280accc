import {translate} from '@docusaurus/Translate';
import clsx from 'clsx';
import {useEffect, useRef, useState} from 'react';
import styles from './code.module.css';
import {copyText} from './copy-text.js';
import {usePageState} from './page-state.js';
import * as words from './words.js';

interface Props {
  /** Gives the text at the moment of the press, and the blanks that are left in it. */
  take: () => {text: string; left: string[]};
  /** What is to be confirmed by a second press; undefined where one is enough. */
  asks?: () => string;
}

// How long an answer stands there, and a second press is waited for; in milliseconds.
const SAID_FOR = 8000;

/** A button that copies, and says what is left to fill in. Without JavaScript and on paper it is not there. */
export function CopyButton({take, asks}: Props) {
  const state = usePageState();
  const [said, setSaid] = useState<{text: string; isQuestion: boolean}>();
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const say = (text: string, isQuestion = false) => {
    setSaid({text, isQuestion});
    state.say(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setSaid(undefined), SAID_FOR);
  };
  const copy = async (presses: number) => {
    // The second half of a double click is no second thought.
    if (asks && presses > 1) return;
    if (asks && !said?.isQuestion) {
      say(asks(), true);
      return;
    }
    const {text, left} = take();
    say((await copyText(text)) ? words.copied(left) : words.notCopied());
  };
  return (
    <p className={styles.copyRow} data-pagefind-ignore="">
      <button
        type="button"
        className={clsx(styles.copy, said?.isQuestion && styles.asks)}
        data-copy=""
        data-asks={said?.isQuestion ? '' : undefined}
        onClick={(event) => copy(event.detail)}
      >
        {said?.isQuestion
          ? translate({id: 'opsbinder.copy.again', message: 'Press again to copy'})
          : translate({
              id: 'opsbinder.copy',
              message: 'Copy',
              description: 'Button that copies a command or a text to send',
            })}
      </button>
      {/* It is said aloud by the page's own status line. */}
      {said && <span aria-hidden="true">{said.text}</span>}
    </p>
  );
}
