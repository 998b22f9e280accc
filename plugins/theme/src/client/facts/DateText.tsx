import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** A civil date in the reader's language, with the machine's form beside it. */
export function DateText({date}: {date: string}) {
  const {i18n} = useDocusaurusContext();
  // Plain English puts the day first: 11/12 is read differently on both sides of an ocean.
  const locale = i18n.currentLocale === 'en' ? 'en-GB' : i18n.currentLocale;
  const text = new Intl.DateTimeFormat(locale, {
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
