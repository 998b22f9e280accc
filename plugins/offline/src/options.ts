import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import {DEFAULT_HANDBOOK_OPTIONS, HANDBOOK_OPTION_KEYS, type HandbookOptions} from '@opsbinder/handbook';

/** The options after validation. */
export interface PluginOptions extends HandbookOptions {
  id: string;
  /** Whether the site is kept. With `false`, workers that an earlier build has left are removed from browsers. */
  enabled: boolean;
  /** The tiers whose pages are kept ready. */
  tiers: number[];
  /** What may be kept ready at most, in MB of 1,000,000 bytes; more stops the build. */
  limit: number;
  /** How long a page waits for the server before its copy is shown, in milliseconds. */
  deadline: number;
  /** Globs of further routes and files to keep ready, below the site's base: `/owners/**`. */
  also: string[];
  /** Globs of routes and files that are never kept ready, whatever else asks for them. */
  except: string[];
  /** Where the launch pad is; `false` without it. The site's home page is kept in any case. */
  launchPad: string | false;
  /** Below which route the cards and their files are; `false` without them. */
  quickReferenceRoute: string | false;
  /** Below which route alerts have their addresses, which lead on offline as well; `false` without them. */
  alerts: string | false;
  /** Folder of the search index, below the site's base; `false` without it. */
  searchFolder: string | false;
  /** Where the page with all results of a search is; `false` without it. */
  searchPage: string | false;
}

/** The options as a site writes them. */
export type Options = Partial<PluginOptions>;

/** What holds where a site writes nothing, as the README lists it. */
export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  ...DEFAULT_HANDBOOK_OPTIONS,
  enabled: true,
  tiers: [0, 1],
  limit: 15,
  deadline: 2500,
  also: [],
  except: [],
  launchPad: '/',
  quickReferenceRoute: '/quick-reference/',
  alerts: '/alerts/',
  searchFolder: '/pagefind/',
  searchPage: '/search/',
};

const route = Joi.alternatives(Joi.string().pattern(/^\//), Joi.valid(false));
const globs = Joi.array().items(Joi.string().pattern(/^\//, 'a glob that begins with /, such as /owners/**'));

const schema = Joi.object<PluginOptions>({
  ...HANDBOOK_OPTION_KEYS,
  enabled: Joi.boolean().default(DEFAULT_OPTIONS.enabled),
  tiers: Joi.array().items(Joi.number().integer().min(0).max(3)).unique().default(DEFAULT_OPTIONS.tiers),
  limit: Joi.number().positive().default(DEFAULT_OPTIONS.limit),
  deadline: Joi.number().integer().min(100).max(60_000).default(DEFAULT_OPTIONS.deadline),
  also: globs.default(DEFAULT_OPTIONS.also),
  except: globs.default(DEFAULT_OPTIONS.except),
  launchPad: route.default(DEFAULT_OPTIONS.launchPad),
  quickReferenceRoute: route.default(DEFAULT_OPTIONS.quickReferenceRoute),
  alerts: route.default(DEFAULT_OPTIONS.alerts),
  searchFolder: route.default(DEFAULT_OPTIONS.searchFolder),
  searchPage: route.default(DEFAULT_OPTIONS.searchPage),
});

/** Fills in defaults; throws Docusaurus's validation error for an option that is not known or of another kind. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Options | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options as PluginOptions);
}
