import type {Saved} from './saved.js';

/**
 * What was done when, as Markdown: `- 14:35 — Acknowledged the alert`, in the reader's time, as post-mortems
 * write it. From the second day on with the date.
 *
 * @param words what the beginning and the end are called
 */
export function timeline(
  {startedAt, finished, ticks}: Pick<Saved, 'startedAt' | 'finished' | 'ticks'>,
  words: {started: string; finished: (check: string) => string},
): string {
  if (startedAt === undefined) return '';
  const entries = [
    {at: startedAt, text: words.started},
    ...Object.values(ticks)
      .flatMap((tick) => tick || [])
      .sort((a, b) => a.at - b.at)
      .map(({at, name, note}) => ({at, text: note ? `${name} (${note})` : name})),
    ...(finished ? [{at: finished.at, text: words.finished(finished.check)}] : []),
  ];
  const firstDay = dayOf(startedAt);
  return entries
    .map(({at, text}) => {
      const day = dayOf(at);
      return `- ${day === firstDay ? '' : `${day} `}${clock(at)} — ${text.replace(/\s+/g, ' ')}\n`;
    })
    .join('');
}

/** `14:35`, in the reader's time and whatever their language: what is copied is read by others. */
export function clock(at: number): string {
  const time = new Date(at);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

function dayOf(at: number): string {
  const time = new Date(at);
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
