import type {Options as ClassicOptions} from '@docusaurus/preset-classic';
import type {Options as ApiReferenceOptions} from '@opsbinder/docusaurus-plugin-api-reference';
import type {Options as FreshnessOptions} from '@opsbinder/docusaurus-plugin-freshness';
import type {Options as OfflineOptions} from '@opsbinder/docusaurus-plugin-offline';
import type {Options as QuickReferenceOptions} from '@opsbinder/docusaurus-plugin-quick-reference';
import type {Options as RunbooksOptions} from '@opsbinder/docusaurus-plugin-runbooks';
import type {Options as SearchOptions} from '@opsbinder/docusaurus-plugin-search';
import type {HandbookOptions} from '@opsbinder/handbook';

/**
 * What a site may write behind `['@opsbinder', {…}]`: the options of preset-classic, those that say how the
 * handbook is read (they hold for every part), and one key for each part, `false` to leave it out.
 */
export interface Options extends ClassicOptions, Partial<Omit<HandbookOptions, 'docsPluginId' | 'docsDir'>> {
  runbooks?: RunbooksOptions | false;
  freshness?: FreshnessOptions | false;
  quickReference?: QuickReferenceOptions | false;
  api?: ApiReferenceOptions | false;
  search?: SearchOptions | false;
  offline?: OfflineOptions | false;
}

const CLASSIC_KEYS = [
  'debug',
  'docs',
  'blog',
  'pages',
  'sitemap',
  'svgr',
  'theme',
  'googleAnalytics',
  'gtag',
  'googleTagManager',
] as const;
const HANDBOOK_KEYS = [
  'asOf',
  'audience',
  'destructive',
  'timeZone',
  'defaultReviewIn',
  'dueSoonDays',
  'bulkReviewLimit',
  'onErrors',
] as const;
const PART_KEYS = ['runbooks', 'freshness', 'quickReference', 'api', 'search', 'offline'] as const;

/** The options, each part's by itself. */
export interface SplitOptions {
  classic: ClassicOptions;
  handbook: Partial<HandbookOptions>;
  parts: Pick<Options, (typeof PART_KEYS)[number]>;
}

/**
 * Sorts the options by whom they are for.
 *
 * @throws Error naming the key, for one that nobody takes: a misspelt option must not be ignored
 */
export function splitOptions(options: Options): SplitOptions {
  const known: readonly string[] = [...CLASSIC_KEYS, ...HANDBOOK_KEYS, ...PART_KEYS];
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new Error(
      `The option "${unknown}" of the preset @opsbinder does not exist. Expected one of ${known.join(', ')}.`,
    );
  }
  return {
    classic: pick(options, CLASSIC_KEYS),
    handbook: pick(options, HANDBOOK_KEYS),
    parts: pick(options, PART_KEYS),
  };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.flatMap((key) => (key in from ? [[key, from[key]]] : []))) as Pick<T, K>;
}
