import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {dateLanguage} from '@opsbinder/core/browser';

/** A civil date in the reader's language, with the machine's form beside it. */
export function DateText({date}: {date: string}) {
  const text = new Intl.DateTimeFormat(useLanguage(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
  // Browsers and Node may abbreviate a month differently; both are right.
  return (
    <time dateTime={date} suppressHydrationWarning>
      {text}
    </time>
  );
}

/** A month in the reader's language: `November 2026`. */
export function MonthText({month}: {month: string}) {
  const text = new Intl.DateTimeFormat(useLanguage(), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
  return (
    <time dateTime={month} suppressHydrationWarning>
      {text}
    </time>
  );
}

/** The language in which dates are written. */
export function useLanguage(): string {
  const {i18n} = useDocusaurusContext();
  // A locale may have any name, such as `pt_BR`; what its pages say of their language is a real language tag.
  const language = i18n.localeConfigs[i18n.currentLocale]?.htmlLang ?? i18n.currentLocale;
  return dateLanguage(language);
}
