import type {AlertIndexData} from '@opsbinder/core';

type Alert = AlertIndexData['alerts'][number];

/** The alert of a name, whatever its case; also by what stands for the name in an address. */
export function findAlert(alerts: readonly Alert[], name: string): Alert | undefined {
  const wanted = normal(name);
  return (
    alerts.find((alert) => normal(alert.name) === wanted) ??
    alerts.find(({slug}) => slug.toLowerCase() === wanted)
  );
}

/** The alerts whose name, or whose page's title, holds each of the words. */
export function filterAlerts({alerts, pages}: AlertIndexData, words: string): Alert[] {
  const wanted = normal(words).split(/\s+/);
  return alerts.filter(({name, page}) => {
    const text = normal(`${name} ${pages[page]?.title ?? ''}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** Where to go for an alert, with what the address says besides: a query is kept, and a hash of its own wins. */
export function alertTarget(permalink: string, search: string, hash: string): string {
  const [page = '', anchor] = permalink.split('#');
  return page + search + (hash || (anchor ? `#${anchor}` : ''));
}

function normal(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
