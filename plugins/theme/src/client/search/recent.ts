import siteConfig from '@generated/docusaurus.config';

/** A page that was opened in this browser. */
export interface RecentPage {
  title: string;
  /** Its address on this site, with `baseUrl`. */
  url: string;
}

/** One more than is shown, since the page that is open is not offered. */
const KEPT = 7;

// A host may serve several binders.
const NAME = `opsbinder:recent:${siteConfig.baseUrl}`;

/** The pages opened last, newest first. None where storage is off. */
export function readRecent(): RecentPage[] {
  try {
    const pages: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    // Anybody can write there.
    return Array.isArray(pages) ? pages.filter(isPage).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** Puts a page in front of those opened before. */
export function rememberPage(page: RecentPage): void {
  const others = readRecent().filter(({url}) => url !== page.url);
  try {
    localStorage.setItem(NAME, JSON.stringify([page, ...others].slice(0, KEPT)));
  } catch {
    // Where storage is full or off, nothing is remembered.
  }
}

export function forgetRecent(): void {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Where storage is off, there is nothing to forget.
  }
}

function isPage(page: unknown): page is RecentPage {
  const {title, url} = (page ?? {}) as Partial<Record<string, unknown>>;
  // An address that leads elsewhere was not written here.
  return typeof title === 'string' && typeof url === 'string' && isOfThisSite(url);
}

function isOfThisSite(address: string): boolean {
  const {origin} = window.location;
  try {
    // As a browser would follow it: `/\host` and `/binder/../` lead elsewhere, too.
    const url = new URL(address, origin);
    return url.origin === origin && url.pathname.startsWith(new URL(siteConfig.baseUrl, origin).pathname);
  } catch {
    return false;
  }
}
