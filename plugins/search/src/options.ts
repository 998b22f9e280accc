import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import {type MergedIndex, SEARCH_WAYS, type SearchWay} from '@opsbinder/core';
import {DEFAULT_HANDBOOK_OPTIONS, HANDBOOK_OPTION_KEYS, type HandbookOptions} from '@opsbinder/handbook';

/** The plugin's options after defaults. */
export interface PluginOptions extends HandbookOptions {
  id: string;
  /** Route of the page with all results and filters, or `false` for none. */
  searchPage: string | false;
  /** Other sites whose indexes are asked together with this one; those that do not answer are left out. */
  merge: MergedIndex[];
  /**
   * Characters that Pagefind keeps as part of a word instead of splitting on them. Empty by default: Pagefind
   * indexes `10.0.0.1:5432`, `--dry-run` or `/etc/hosts` both whole and in parts already, and a kept `.`, `:`
   * or `-` makes phrases in quotes and parts of such terms harder to find.
   */
  includeCharacters: string;
  /** Routes to leave out, as globs over the path with `baseUrl`, as in Docusaurus's sitemap plugin. */
  ignorePatterns: string[];
  /** CSS selectors of elements to leave out on every page, in Pagefind's selector syntax. */
  excludeSelectors: string[];
  /** Where other plugins have the pages that lead on where nothing is found; the preset fills it in. */
  ways: Partial<Record<SearchWay['name'], string | false>>;
}

/** The options as a site writes them. */
export type Options = Partial<Omit<PluginOptions, 'merge'>> & {
  merge?: (Pick<MergedIndex, 'url'> & Partial<MergedIndex>)[];
};

/** What holds where a site writes nothing, as the README lists it. */
export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  ...DEFAULT_HANDBOOK_OPTIONS,
  // What is wrong in pages is for the plugins to say that show it; who only adds a search is not asked to mend them.
  onErrors: 'ignore',
  searchPage: '/search/',
  merge: [],
  includeCharacters: '',
  ignorePatterns: [],
  excludeSelectors: [],
  ways: {},
};

const route = Joi.alternatives(Joi.string().pattern(/^\//), Joi.valid(false));

const filter = Joi.object().pattern(
  Joi.string(),
  Joi.alternatives(Joi.string(), Joi.array().items(Joi.string()).min(1)),
);

const mergedSite = Joi.string()
  .pattern(/^(?:https?:\/\/|\/(?!\/))/)
  .custom((url: string) => (url.endsWith('/') ? url : `${url}/`))
  .messages({
    'string.pattern.base':
      '{{#label}} is "{{#value}}". Expected the address of a site with its base, such as https://ops.example.org/payments/, or a path on this host, such as /fr/',
  });

const optionsSchema = Joi.object<PluginOptions>({
  ...HANDBOOK_OPTION_KEYS,
  onErrors: HANDBOOK_OPTION_KEYS.onErrors.default(DEFAULT_OPTIONS.onErrors),
  searchPage: route.default(DEFAULT_OPTIONS.searchPage),
  merge: Joi.array()
    .items(Joi.object({url: mergedSite.required(), filter: filter.default({})}))
    .unique('url')
    .default(DEFAULT_OPTIONS.merge),
  includeCharacters: Joi.string().allow('').default(DEFAULT_OPTIONS.includeCharacters),
  ignorePatterns: Joi.array().items(Joi.string()).default(DEFAULT_OPTIONS.ignorePatterns),
  excludeSelectors: Joi.array().items(Joi.string()).default(DEFAULT_OPTIONS.excludeSelectors),
  ways: Joi.object(Object.fromEntries(SEARCH_WAYS.map((name) => [name, route]))).default(
    DEFAULT_OPTIONS.ways,
  ),
});

/**
 * Fills in the defaults and refuses options the plugin does not know.
 *
 * @throws the validation error of Docusaurus, naming the option and what was expected
 */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Options | undefined, PluginOptions>): PluginOptions {
  return validate(optionsSchema, options as PluginOptions | undefined);
}
