import {translate} from '@docusaurus/Translate';
import {typeWord} from '../facts/words';
import type {Kind} from './result';

/** What a result is, in words. */
export function kindWord(kind: Kind): string {
  switch (kind) {
    case 'api':
      return translate({id: 'opsbinder.search.type.api', message: 'API operation'});
    case 'card':
      return translate({id: 'opsbinder.search.type.card', message: 'Quick-reference card'});
    case 'owner':
      return translate({id: 'opsbinder.search.type.owner', message: 'Contact'});
    default:
      return typeWord(kind);
  }
}
