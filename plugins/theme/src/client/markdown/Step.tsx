import Translate, {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface StepProps {
  number: string;
  danger?: boolean;
  role?: string;
  minutes?: string;
  children: ReactNode;
}

/** One numbered step of a procedure (`:::step`). */
export function Step({number, danger, role, minutes, children}: StepProps) {
  useBrokenLinks().collectAnchor(`step-${number}`);
  return (
    <section
      id={`step-${number}`}
      className={clsx(styles.step, danger && styles.danger)}
      aria-label={translate(
        {
          id: 'opsbinder.step.label',
          message: 'Step {number}',
          description: 'Name of a step for screen readers',
        },
        {number},
      )}
    >
      <span className={styles.stepNumber} aria-hidden="true">
        {number}
      </span>
      <div className={styles.stepBody}>
        {(danger || role || minutes) && (
          <p className={styles.stepFacts}>
            {danger && (
              <strong className={styles.dangerWord}>
                <Translate id="opsbinder.step.danger">Destructive: read to the end first</Translate>
              </strong>
            )}
            {role && <span>{role}</span>}
            {minutes && (
              <span>
                <Translate id="opsbinder.step.minutes" values={{minutes}}>
                  {'about {minutes} min'}
                </Translate>
              </span>
            )}
          </p>
        )}
        {children}
      </div>
    </section>
  );
}

/** The words in a step's brackets. */
export function StepTitle({children}: {children?: ReactNode}) {
  return children ? <div className={styles.stepTitle}>{children}</div> : null;
}

/** What a command should print or show (`:::expect`). */
export function Expect({children}: {children: ReactNode}) {
  return (
    <div className={styles.expect}>
      <p className={styles.kicker}>
        <Translate id="opsbinder.expect">What you should see</Translate>
      </p>
      {children}
    </div>
  );
}

interface SectionProps {
  kind: 'verify' | 'rollback' | 'escalate';
  /** Whether the content begins with a heading of its own. */
  titled?: boolean;
  children: ReactNode;
}

/** A part of a page that is what its name says: `:::verify`, `:::rollback`, `:::escalate`. */
export function Section({kind, titled, children}: SectionProps) {
  return (
    <section className={clsx(styles.section, styles[kind], !titled && styles.nested)}>
      {!titled && <p className={styles.kicker}>{sectionWord(kind)}</p>}
      {children}
    </section>
  );
}

function sectionWord(kind: SectionProps['kind']): string {
  switch (kind) {
    case 'verify':
      return translate({id: 'opsbinder.section.verify', message: 'Verify'});
    case 'rollback':
      return translate({id: 'opsbinder.section.rollback', message: 'Roll back'});
    case 'escalate':
      return translate({id: 'opsbinder.section.escalate', message: 'Escalate'});
  }
}
