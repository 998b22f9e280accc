import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import {PAPERS, type Paper} from '@opsbinder/core';
import {DEFAULT_HANDBOOK_OPTIONS, HANDBOOK_OPTION_KEYS, type HandbookOptions} from '@opsbinder/handbook';

/** The options after validation. */
export interface PluginOptions extends HandbookOptions {
  id: string;
  /** Route below which the cards stand. */
  route: string;
  /** Title of the site's own card; the site's title when left out. */
  title?: string;
  /** Whether sheets are made as PDFs. */
  pdf: boolean;
  /** The sizes of paper to make them for; the first is the plain `<card>.pdf`. */
  papers: Paper[];
  /** The smallest type on a sheet, in points. */
  leastPoints: number;
  /** Files of fonts, or folders with them, for signs that Open Sans does not have; relative to the site. */
  fonts: string[];
}

/** The options as a site writes them. */
export type Options = Partial<PluginOptions>;

/** What holds where a site writes nothing, as the README lists it. */
export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  ...DEFAULT_HANDBOOK_OPTIONS,
  route: '/quick-reference/',
  pdf: true,
  papers: [...PAPERS],
  leastPoints: 9,
  fonts: [],
};

const schema = Joi.object<PluginOptions>({
  ...HANDBOOK_OPTION_KEYS,
  route: Joi.string().pattern(/^\//).default(DEFAULT_OPTIONS.route),
  title: Joi.string().optional(),
  pdf: Joi.boolean().default(DEFAULT_OPTIONS.pdf),
  papers: Joi.array()
    .items(Joi.string().valid(...PAPERS))
    .min(1)
    .unique()
    .default(DEFAULT_OPTIONS.papers),
  leastPoints: Joi.number().min(6).max(14).default(DEFAULT_OPTIONS.leastPoints),
  fonts: Joi.array().items(Joi.string()).default(DEFAULT_OPTIONS.fonts),
});

/** Fills in defaults; throws Docusaurus's validation error for an option that is not known or of another kind. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Options | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options as PluginOptions);
}
