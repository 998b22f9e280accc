import {useLanguage} from './DateText.js';
import {daysBetween} from './days.js';
import {useToday} from './use-freshness.js';

/** How far off a day is: `in 12 days`. As of the build until the page has come to life, then as of today. */
export function Distance({to, asOf}: {to: string; asOf: string}) {
  const days = daysBetween(useToday(asOf), to);
  const text = new Intl.RelativeTimeFormat(useLanguage(), {numeric: 'auto'}).format(days, 'day');
  return <span suppressHydrationWarning>{text}</span>;
}
