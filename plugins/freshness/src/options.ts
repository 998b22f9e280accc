import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import {DEFAULT_HANDBOOK_OPTIONS, HANDBOOK_OPTION_KEYS, type HandbookOptions} from '@opsbinder/handbook';
import {MARKABLE_STATES, type MarkableState} from './markers.js';

/** The options after validation. */
export interface PluginOptions extends HandbookOptions {
  id: string;
  /** Route of the page that lists what is to be reviewed, or `false` for none. */
  reviews: string | false;
  /** Whether calendars of what is to be reviewed are written. */
  calendars: boolean;
  /** Days after which a built site is told to be old. */
  oldBuildDays: number;
  /** States that sidebars and doc cards mark beside a page's name; `[]` for none. */
  markers: MarkableState[];
  /** Name of the file below the built site that holds what is known of every page, or `false` for none. */
  docsHealth: string | false;
}

/** The options as a site writes them. */
export type Options = Partial<PluginOptions>;

/** What holds where a site writes nothing, as the README lists it. */
export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  ...DEFAULT_HANDBOOK_OPTIONS,
  reviews: '/reviews/',
  calendars: true,
  oldBuildDays: 7,
  markers: ['overdue'],
  docsHealth: 'docs-health.json',
};

const schema = Joi.object<PluginOptions>({
  ...HANDBOOK_OPTION_KEYS,
  reviews: Joi.alternatives(Joi.string().pattern(/^\//), Joi.valid(false)).default(DEFAULT_OPTIONS.reviews),
  calendars: Joi.boolean().default(DEFAULT_OPTIONS.calendars),
  oldBuildDays: Joi.number().integer().min(1).default(DEFAULT_OPTIONS.oldBuildDays),
  markers: Joi.array()
    .items(Joi.valid(...MARKABLE_STATES))
    .unique()
    .default(DEFAULT_OPTIONS.markers),
  docsHealth: Joi.alternatives(Joi.string(), Joi.valid(false)).default(DEFAULT_OPTIONS.docsHealth),
});

/** Fills in defaults; throws Docusaurus's validation error for an option that is not known or of another kind. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Options | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options as PluginOptions);
}
