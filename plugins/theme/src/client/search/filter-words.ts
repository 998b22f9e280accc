import {translate} from '@docusaurus/Translate';
import type {SearchHelp, SearchSettings} from '@opsbinder/core';
import {stateWord} from '../facts/words';
import {kindWord} from './kind-words';
import {isKind, isState} from './result';
import type {FilterName, Unknown} from './search-state';

/** What is known of the binder's own names. */
export interface Names {
  help: SearchHelp | undefined;
  settings: SearchSettings | undefined;
  /** The language in which languages are named. */
  locale: string;
}

/** What a filter is called. */
export function filterWord(name: FilterName): string {
  switch (name) {
    case 'type':
      return translate({id: 'opsbinder.search.filter.type', message: 'Type'});
    case 'tier':
      return translate({id: 'opsbinder.search.filter.tier', message: 'Tier'});
    case 'severity':
      return translate({id: 'opsbinder.search.filter.severity', message: 'Severity'});
    case 'owner':
      return translate({id: 'opsbinder.search.filter.owner', message: 'Owner'});
    case 'service':
      return translate({id: 'opsbinder.search.filter.service', message: 'Service'});
    case 'freshness':
      return translate({id: 'opsbinder.search.filter.freshness', message: 'Review'});
    case 'version':
      return translate({id: 'opsbinder.search.filter.version', message: 'Version'});
    case 'language':
      return translate({id: 'opsbinder.search.filter.language', message: 'Language'});
    case 'binder':
      return translate({
        id: 'opsbinder.search.filter.binder',
        message: 'Binder',
        description: 'Filter by the site that a page is of, where several are searched as one',
      });
  }
}

/** A value in words; the value itself where it has none. */
export function valueWord(name: FilterName, value: string, {help, settings, locale}: Names): string {
  switch (name) {
    case 'type':
      return isKind(value) ? kindWord(value) : value;
    case 'tier': {
      const tier = translate({id: 'opsbinder.search.tier', message: 'Tier {tier}'}, {tier: value});
      return withTitle(tier, help?.tiers.find(({id}) => String(id) === value)?.title);
    }
    case 'severity':
      return withTitle(value, help?.severities.find(({id}) => id === value)?.title);
    case 'owner':
      return help?.owners.find(({id}) => id === value)?.name ?? value;
    case 'freshness':
      return isState(value) ? stateWord(value) : value;
    case 'version':
      return settings?.versions?.all.find((version) => version.name === value)?.label ?? value;
    case 'language':
      return languageWord(value, locale);
    case 'service':
    case 'binder':
      return value;
  }
}

/** That a part of the address asks for nothing that there is. */
export function unknownWord({key, value}: Unknown): string {
  switch (key) {
    case 'type':
      return translate(
        {id: 'opsbinder.search.unknown.type', message: 'No page is of type {value}.'},
        {value},
      );
    case 'tier':
      return translate({id: 'opsbinder.search.unknown.tier', message: 'No page has tier {value}.'}, {value});
    case 'severity':
      return translate(
        {id: 'opsbinder.search.unknown.severity', message: 'No page has severity {value}.'},
        {value},
      );
    case 'owner':
      return translate(
        {id: 'opsbinder.search.unknown.owner', message: 'No page has the owner {value}.'},
        {value},
      );
    case 'service':
      return translate(
        {id: 'opsbinder.search.unknown.service', message: 'No page is about the service {value}.'},
        {value},
      );
    case 'freshness':
      return translate(
        {
          id: 'opsbinder.search.unknown.freshness',
          message: 'No page is in the review state “{value}”.',
        },
        {value: isState(value) ? stateWord(value) : value},
      );
    case 'version':
      return translate(
        {id: 'opsbinder.search.unknown.version', message: 'No page is of version {value}.'},
        {value},
      );
    case 'language':
      return translate(
        {id: 'opsbinder.search.unknown.language', message: 'No page is in the language {value}.'},
        {value},
      );
    case 'binder':
      return translate(
        {id: 'opsbinder.search.unknown.binder', message: 'No page is of the binder {value}.'},
        {value},
      );
    case 'sort':
      return translate(
        {id: 'opsbinder.search.unknown.sort', message: 'Results cannot be sorted by “{value}”.'},
        {value},
      );
    default:
      return translate({id: 'opsbinder.search.unknown', message: 'There is no filter “{key}”.'}, {key});
  }
}

function withTitle(name: string, title: string | undefined): string {
  return title ? `${name} · ${title}` : name;
}

function languageWord(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, {type: 'language'}).of(language) ?? language;
  } catch {
    // Not a name of a language.
    return language;
  }
}
