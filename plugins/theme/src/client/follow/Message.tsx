import Translate from '@docusaurus/Translate';
import {type ReactNode, useId, useMemo} from 'react';
import styles from '../markdown/blocks.module.css';
import {CopyButton} from './CopyButton.js';
import {readCodeLines, runnable} from './code-lines.js';
import {useSnapshot} from './page-state.js';

interface MessageProps {
  /** Where it is sent, such as `Status page`. */
  where?: string;
  /** Whom it is for. */
  to?: string;
  /** The text to send, as its author wrote it. */
  text: string;
  /** Its blanks, as `instrument.ts` of the runbooks plugin writes them. */
  lines?: string;
  /** The same, as Markdown shows it. */
  children: ReactNode;
}

/** A text to send (`:::message`). */
export function Message({where, to, text, lines, children}: MessageProps) {
  const id = useId();
  const {filled} = useSnapshot();
  const facts = useMemo(() => readCodeLines(text, lines), [text, lines]);
  return (
    <section className={styles.message} aria-labelledby={id}>
      <div className={styles.messageHead}>
        <div>
          <p className={styles.kicker} id={id}>
            {where ? (
              <Translate id="opsbinder.message.for" values={{where}}>
                {'Message for {where}'}
              </Translate>
            ) : (
              <Translate id="opsbinder.message">Message</Translate>
            )}
          </p>
          {to && (
            <p className={styles.messageTo}>
              <Translate id="opsbinder.message.to" values={{to}}>
                {'To: {to}'}
              </Translate>
            </p>
          )}
        </div>
      </div>
      <div className={styles.messageBody}>{children}</div>
      {text !== '' && <CopyButton take={() => runnable(text, facts, filled)} />}
    </section>
  );
}
