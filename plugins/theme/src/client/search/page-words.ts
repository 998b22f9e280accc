import {translate} from '@docusaurus/Translate';
import type {SearchWay} from '@opsbinder/core';

/** What a list of the binder is called. */
export function pageWord(name: SearchWay['name']): string {
  switch (name) {
    case 'launchPad':
      return translate({id: 'opsbinder.launchPad.title', message: 'On call'});
    case 'tiers':
      return translate({id: 'opsbinder.tiers.title', message: 'Tiers'});
    case 'alerts':
      return translate({id: 'opsbinder.search.page.alerts', message: 'Alerts'});
    case 'owners':
      return translate({id: 'opsbinder.search.page.owners', message: 'Owners'});
    case 'cards':
      return translate({id: 'opsbinder.search.cards', message: 'Quick-reference cards'});
    case 'reviews':
      return translate({id: 'opsbinder.search.page.reviews', message: 'Reviews'});
  }
}
