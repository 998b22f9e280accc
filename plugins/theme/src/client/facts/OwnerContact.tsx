import Translate from '@docusaurus/Translate';
import type {Owner} from '@opsbinder/core';
import {telephoneLink} from '@opsbinder/core/browser';
import clsx from 'clsx';
import styles from './styles.module.css';

interface Props {
  owner: Owner;
  /** Whether paper has the address of the rota, too; said at every mention it would be in the way. */
  rotaOnPaper?: boolean;
}

/** An owner inside a line: the name, then every way that is known. */
export function OwnerContact({owner, rotaOnPaper}: Props) {
  const isChannel = owner.name === owner.chat;
  return (
    <>
      {!isChannel && <strong>{owner.name}</strong>} <OwnerWays owner={owner} rotaOnPaper={rotaOnPaper} />
    </>
  );
}

/** The ways to reach an owner, without the name. */
export function OwnerWays({owner, rotaOnPaper}: Props) {
  return (
    <span className={styles.ways}>
      {owner.chat && <span>{owner.chat}</span>}
      {owner.phone && (
        <span>
          <a href={telephoneLink(owner.phone)}>{owner.phone}</a>
        </span>
      )}
      {owner.email && (
        <span>
          <a href={`mailto:${owner.email}`}>{owner.email}</a>
        </span>
      )}
      {owner.oncall && (
        <span className={clsx(styles.rota, rotaOnPaper && styles.rotaOnPaper)}>
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
