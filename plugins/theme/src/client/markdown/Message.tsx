import Translate from '@docusaurus/Translate';
import {type ReactNode, useId} from 'react';
import {CopyButton} from './CopyButton.js';
import styles from './styles.module.css';

interface MessageProps {
  /** Where it is sent, such as `Status page`. */
  where?: string;
  /** Whom it is for. */
  to?: string;
  /** The text to send, as its author wrote it. */
  text: string;
  /** The same, as Markdown shows it. */
  children: ReactNode;
}

/** A text to send (`:::message`). */
export function Message({where, to, text, children}: MessageProps) {
  const id = useId();
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
        {text !== '' && <CopyButton text={() => text} />}
      </div>
      <div className={styles.messageBody}>{children}</div>
    </section>
  );
}
