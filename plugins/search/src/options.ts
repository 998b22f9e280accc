import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';

/** The plugin's options after defaults. */
export interface PluginOptions {
  id: string;
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
}

/** The options as a site writes them. */
export type Options = Partial<PluginOptions>;

export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  includeCharacters: '',
  ignorePatterns: [],
  excludeSelectors: [],
};

const optionsSchema = Joi.object<PluginOptions>({
  includeCharacters: Joi.string().allow('').default(DEFAULT_OPTIONS.includeCharacters),
  ignorePatterns: Joi.array().items(Joi.string()).default(DEFAULT_OPTIONS.ignorePatterns),
  excludeSelectors: Joi.array().items(Joi.string()).default(DEFAULT_OPTIONS.excludeSelectors),
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
  return validate(optionsSchema, options);
}
