import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import {DEFAULT_HANDBOOK_OPTIONS, HANDBOOK_OPTION_KEYS, type HandbookOptions} from '@opsbinder/handbook';

/** The options after validation. */
export interface PluginOptions extends HandbookOptions {
  id: string;
  /** Route below which the cards stand. */
  route: string;
  /** Title of the site's own card; the site's title when left out. */
  title?: string;
}

/** The options as a site writes them. */
export type Options = Partial<PluginOptions>;

/** What holds where a site writes nothing, as the README lists it. */
export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  ...DEFAULT_HANDBOOK_OPTIONS,
  route: '/quick-reference/',
};

const schema = Joi.object<PluginOptions>({
  ...HANDBOOK_OPTION_KEYS,
  route: Joi.string().pattern(/^\//).default(DEFAULT_OPTIONS.route),
  title: Joi.string().optional(),
});

/** Fills in defaults; throws Docusaurus's validation error for an option that is not known or of another kind. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Options | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options as PluginOptions);
}
