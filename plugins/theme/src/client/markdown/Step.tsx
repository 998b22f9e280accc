import Translate, {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import clsx from 'clsx';
import {createContext, type ReactNode, useContext, useId} from 'react';
import blocks from './blocks.module.css';
import styles from './step.module.css';

interface StepProps {
  number: string;
  /** Whether it destroys; a text says what. */
  danger?: boolean | string;
  role?: string;
  minutes?: string;
  /** The name of the step where it can be ticked. */
  tick?: string;
  children: ReactNode;
}

// The id of a step's title, by which the title names the step.
const TitleId = createContext<string | undefined>(undefined);

/** One numbered step of a procedure (`:::step`). */
export function Step({number, danger, role, minutes, tick, children}: StepProps) {
  const id = `step-${number}`;
  useBrokenLinks().collectAnchor(id);
  const titleId = useId();
  return (
    <section
      id={id}
      className={clsx(styles.step, danger && styles.danger)}
      data-step={tick}
      aria-label={translate(
        {
          id: 'opsbinder.step.label',
          message: 'Step {number}',
          description: 'Name of a step for screen readers',
        },
        {number},
      )}
      // Its own label, then its title: `Step 1 Stop the writers`.
      aria-labelledby={`${id} ${titleId}`}
    >
      <span className={styles.stepNumber} aria-hidden="true">
        {number}
      </span>
      <div className={styles.stepBody}>
        {(danger || role || minutes) && (
          <p className={styles.stepFacts}>
            {danger && (
              <strong className={styles.dangerWord}>
                {typeof danger === 'string' ? (
                  danger
                ) : (
                  <Translate id="opsbinder.step.danger">Destructive: read to the end first</Translate>
                )}
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
        <TitleId.Provider value={titleId}>{children}</TitleId.Provider>
      </div>
    </section>
  );
}

/** The words in a step's brackets. */
export function StepTitle({children}: {children?: ReactNode}) {
  const id = useContext(TitleId);
  // Without words it is still there, so that the step's name refers to nothing that is missing.
  return children ? (
    <div id={id} className={styles.stepTitle}>
      {children}
    </div>
  ) : (
    <div id={id} hidden />
  );
}

/** What a command should print or show (`:::expect`). */
export function Expect({children}: {children: ReactNode}) {
  return (
    <div className={styles.expect}>
      <p className={blocks.kicker}>
        <Translate id="opsbinder.expect">What you should see</Translate>
      </p>
      {children}
    </div>
  );
}

/** A command with what it should show: beside it where there is room for both, else right below it. */
export function CommandAndExpect({children}: {children: ReactNode}) {
  return (
    <div className={styles.pair}>
      <div className={styles.pairParts}>{children}</div>
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
      {!titled && <p className={blocks.kicker}>{sectionWord(kind)}</p>}
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
