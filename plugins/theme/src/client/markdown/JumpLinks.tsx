import {translate} from '@docusaurus/Translate';
import type {Jump, JumpLink} from '@opsbinder/core';
import styles from './header.module.css';

/** The ways from the top of a page to what is done on it: `Diagnose`, `Fix`, `Verify`, `Roll back`, `Escalate`. */
export function JumpLinks({jumps}: {jumps: readonly JumpLink[]}) {
  if (jumps.length === 0) return null;
  return (
    <nav
      className={styles.jumps}
      aria-label={translate({
        id: 'opsbinder.jumps',
        message: 'On this page, at once',
        description: 'Name of the links from the top of a runbook to its parts, for screen readers',
      })}
    >
      <ul>
        {jumps.map(({to, anchor}) => (
          <li key={to}>
            <a href={`#${encodeURIComponent(anchor)}`}>{jumpWord(to)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function jumpWord(jump: Jump): string {
  switch (jump) {
    case 'diagnose':
      return translate({id: 'opsbinder.jump.diagnose', message: 'Diagnose'});
    case 'fix':
      return translate({id: 'opsbinder.jump.fix', message: 'Fix'});
    case 'verify':
      return translate({id: 'opsbinder.jump.verify', message: 'Verify'});
    case 'rollback':
      return translate({id: 'opsbinder.jump.rollback', message: 'Roll back'});
    case 'escalate':
      return translate({id: 'opsbinder.jump.escalate', message: 'Escalate'});
  }
}
