import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import {DEFAULT_HANDBOOK_OPTIONS, HANDBOOK_OPTION_KEYS, type HandbookOptions} from '@opsbinder/handbook';

/** The options after validation. */
export interface PluginOptions extends HandbookOptions {
  id: string;
  /** Route of the on-call launch pad, or `false` for none. A page of the site's own at the same place wins. */
  launchPad: string | false;
  /** Route below which pages are listed by tier, or `false` for none. */
  tiers: string | false;
  /** Route below which owners are listed, or `false` for none. */
  owners: string | false;
  /** Route below which every alert has an address that leads to its page, or `false` for none. */
  alerts: string | false;
  /** Where the freshness plugin has its page of reviews, for other pages to lead there; `false` without it. */
  reviewsRoute: string | false;
  /** Whether that plugin writes calendars. */
  reviewCalendars: boolean;
  /** Where the quick-reference plugin has its cards, for the launch pad to lead there; `false` without it. */
  quickReferenceRoute: string | false;
  /** Title of the site's own card, where that plugin gives it another than the site's. */
  quickReferenceTitle?: string;
}

/** The options as a site writes them. */
export type Options = Partial<PluginOptions>;

/** What holds where a site writes nothing, as the README lists it. */
export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id'> = {
  ...DEFAULT_HANDBOOK_OPTIONS,
  launchPad: '/',
  tiers: '/tiers/',
  owners: '/owners/',
  alerts: '/alerts/',
  reviewsRoute: false,
  reviewCalendars: false,
  quickReferenceRoute: false,
};

const route = Joi.alternatives(Joi.string().pattern(/^\//), Joi.valid(false));

const schema = Joi.object<PluginOptions>({
  ...HANDBOOK_OPTION_KEYS,
  launchPad: route.default(DEFAULT_OPTIONS.launchPad),
  tiers: route.default(DEFAULT_OPTIONS.tiers),
  owners: route.default(DEFAULT_OPTIONS.owners),
  alerts: route.default(DEFAULT_OPTIONS.alerts),
  reviewsRoute: route.default(DEFAULT_OPTIONS.reviewsRoute),
  reviewCalendars: Joi.boolean().default(DEFAULT_OPTIONS.reviewCalendars),
  quickReferenceRoute: route.default(DEFAULT_OPTIONS.quickReferenceRoute),
  quickReferenceTitle: Joi.string().optional(),
});

/** Fills in defaults; throws Docusaurus's validation error for an option that is not known or of another kind. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Options | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options as PluginOptions);
}
