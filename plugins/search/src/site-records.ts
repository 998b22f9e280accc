import type {LoadContext} from '@docusaurus/types';
import type {Handbook} from '@opsbinder/core';
import {binderUrl} from '@opsbinder/handbook';
import type {CustomRecord} from 'pagefind';
import {findApiOperations, operationRecord} from './api-operations.js';
import type {PluginOptions} from './options.js';
import {ownerRecords} from './owner-records.js';
import {withoutBaseUrl} from './routes.js';
import type {PluginContent} from './site-facts.js';

/** What the entries beside pages are made from. */
export interface RecordsInput {
  context: Pick<LoadContext, 'baseUrl' | 'i18n'>;
  options: PluginOptions;
  plugins: readonly PluginContent[];
  handbook: Handbook | undefined;
  /** Whether the site has a page at an address. */
  isPage: (url: string) => boolean;
}

/** What can be found beside pages: the operations of APIs and the owners. */
export function siteRecords({context, options, plugins, handbook, isPage}: RecordsInput): CustomRecord[] {
  const {baseUrl, i18n} = context;
  const language = i18n.localeConfigs[i18n.currentLocale]?.htmlLang ?? i18n.currentLocale;
  const ownerUrl = (slug: string) => {
    const url = options.ways.owners ? binderUrl(context, `${options.ways.owners}/${slug}/`) : undefined;
    return url && isPage(url) ? withoutBaseUrl(url, baseUrl) : undefined;
  };
  return [
    ...findApiOperations(plugins).map((operation) => operationRecord(operation, baseUrl, language)),
    ...(handbook ? ownerRecords(handbook, ownerUrl, language) : []),
  ];
}
