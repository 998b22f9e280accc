import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import type {OnErrors} from '@opsbinder/handbook';
import type {RedocRawOptions} from 'redoc';

/** The options after validation. */
export interface PluginOptions {
  /** Tells several references on one site apart. */
  id: string;
  /** The OpenAPI file, relative to the site's folder; left out, `static/openapi.yaml` if there is one. */
  spec?: string;
  /** Where the reference stands, below the site's base. */
  route: string;
  /** What a build does when the OpenAPI file is wrong. `docusaurus start` never stops. */
  onErrors: OnErrors;
  /** Options handed to Redoc, on top of those in the site's `redocly.yaml`. */
  redoc: RedocRawOptions;
}

/** The options as a site writes them. */
export type Options = Partial<PluginOptions>;

/** The file that is read when a site names none. A site without it has no API reference. */
export const DEFAULT_SPEC = 'static/openapi.yaml';

export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id' | 'spec'> = {
  route: '/api/',
  onErrors: 'throw',
  redoc: {},
};

const schema = Joi.object<PluginOptions>({
  // No default: a file that was named and is missing is a mistake, one that was not named is a choice.
  spec: Joi.string().optional(),
  route: Joi.string().pattern(/^\//).default(DEFAULT_OPTIONS.route),
  onErrors: Joi.string().valid('throw', 'warn', 'log', 'ignore').default(DEFAULT_OPTIONS.onErrors),
  redoc: Joi.object().unknown().default(DEFAULT_OPTIONS.redoc),
});

/** Fills in defaults; throws Docusaurus's validation error for an option that is not known or of another kind. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Options | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options as PluginOptions);
}
