import Translate from '@docusaurus/Translate';
import type {Owner} from '@opsbinder/core';
import styles from './styles.module.css';

/** An owner inside a line: the name, then every way that is known. */
export function OwnerContact({owner}: {owner: Owner}) {
  const isChannel = owner.name === owner.chat;
  return (
    <>
      {!isChannel && <strong>{owner.name}</strong>} <OwnerWays owner={owner} />
    </>
  );
}

/** The ways to reach an owner, without the name. */
export function OwnerWays({owner}: {owner: Owner}) {
  return (
    <span className={styles.ways}>
      {owner.chat && <span>{owner.chat}</span>}
      {owner.phone && (
        <span>
          <a href={`tel:${owner.phone.replace(/[^+\d]/g, '')}`}>{owner.phone}</a>
        </span>
      )}
      {owner.email && (
        <span>
          <a href={`mailto:${owner.email}`}>{owner.email}</a>
        </span>
      )}
      {owner.oncall && (
        <span className={styles.rota}>
          <a href={owner.oncall}>
            <Translate id="opsbinder.owner.oncall" description="Link to the on-call rota of a team">
              On-call rota
            </Translate>
          </a>
        </span>
      )}
    </span>
  );
}
