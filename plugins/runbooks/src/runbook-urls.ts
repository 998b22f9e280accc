import {
  type AlertRoute,
  decodePath,
  type Handbook,
  type HandbookPage,
  routeFolder,
  sameAlert,
} from '@opsbinder/core';

/** Where a `runbook_url` leads: to a page, nowhere on this site, to another site, or not to be told. */
export type UrlTarget =
  | {state: 'page'; page: HandbookPage; heading?: string}
  | {state: 'nowhere'; why: string}
  | {state: 'elsewhere'; page?: HandbookPage}
  | {state: 'templated'};

/** The site's addresses. */
export interface SiteAddresses {
  /** The site's address with its base and a slash at its end. */
  siteUrl: string;
  /** Other addresses of the site or of its pages' folder, such as that on a Git host. */
  bases: readonly string[];
  /** Languages whose name may stand behind the base. */
  locales: readonly string[];
  /** Path below the base under which alerts have addresses; `false` for none. */
  alerts: string | false;
}

/** Finds the pages that URLs in rules lead to. */
export class RunbookUrls {
  private readonly byPermalink = new Map<string, HandbookPage>();
  private readonly byAlert = new Map<string, AlertRoute>();
  private readonly byFile = new Map<string, HandbookPage>();
  private readonly byPath = new Map<string, HandbookPage>();
  private readonly folders: ReadonlyMap<string, string>;

  /** @param urls all URLs that will be asked for: together they tell where a Git host keeps the pages */
  constructor(
    handbook: Handbook,
    private readonly site: SiteAddresses,
    urls: readonly string[],
  ) {
    for (const page of handbook.pages) {
      this.byPermalink.set(plainPath(page.permalink), page);
      this.byFile.set(page.source, page);
      if (page.edition !== 'frozen' && !(this.byPath.get(page.path)?.edition === 'last')) {
        this.byPath.set(page.path, page);
      }
    }
    for (const alert of handbook.alerts) this.byAlert.set(alert.slug.toLowerCase(), alert);
    for (const alert of handbook.alerts) this.byAlert.set(sameAlert(alert.name), alert);
    this.folders = new Map(site.bases.map((base) => [base, this.docsFolder(base, urls)]));
  }

  /** The folder of the pages below a base, as the URLs tell it; empty where the base itself is that folder. */
  folderOf(base: string): string {
    return this.folders.get(base) ?? '';
  }

  /** Where a URL leads. A query does not count. */
  find(url: string): UrlTarget {
    const {address, hash} = splitUrl(url);
    if (address.includes('{{')) return {state: 'templated'};
    const {siteUrl, bases} = this.site;
    const own = address.startsWith('/') ? new URL(siteUrl).origin + address : address;
    // The longest first: one may stand inside another.
    for (const base of [...bases].sort((a, b) => b.length - a.length)) {
      const rest = below(own, base);
      if (rest === undefined) continue;
      const page = this.pageOfFile(rest, this.folderOf(base));
      // The address of lines on a Git host.
      if (page) return this.withHeading(page, /^L\d+/.test(hash) ? '' : hash);
      return this.findRoute(rest, hash);
    }
    const rest = below(own, siteUrl);
    if (rest !== undefined) return this.findRoute(rest, hash);
    const path = decodePath(own.replace(/^[a-z]+:\/\/[^/]*\/?/i, ''));
    return {state: 'elsewhere', page: /\.mdx?$/.test(path) ? this.longestSuffix(path) : undefined};
  }

  private findRoute(rest: string, hash: string): UrlTarget {
    const path = decodePath(rest);
    const [first = '', ...others] = path.split('/');
    const inLocale = this.site.locales.includes(first) ? others.join('/') : undefined;
    for (const route of [path, ...(inLocale === undefined ? [] : [inLocale])]) {
      const alert = this.alertOf(route);
      if (alert) return this.withHeading(alert.page, hash || (alert.heading?.id ?? ''));
      const base = new URL(this.site.siteUrl).pathname;
      const page = this.byPermalink.get(plainPath(base + route));
      if (page) return this.withHeading(page, hash);
    }
    return {state: 'nowhere', why: 'leads to no page of this handbook'};
  }

  private alertOf(route: string): AlertRoute | undefined {
    if (this.site.alerts === false) return undefined;
    const folder = routeFolder(this.site.alerts).slice(1).toLowerCase();
    if (!route.toLowerCase().startsWith(folder)) return undefined;
    const name = plainPath(route.slice(folder.length));
    return this.byAlert.get(sameAlert(name));
  }

  private withHeading(page: HandbookPage, hash: string): UrlTarget {
    const id = decodePath(hash);
    if (id === '' || id.includes('{{')) return {state: 'page', page};
    if (page.headings.some((heading) => heading.id === id)) return {state: 'page', page, heading: id};
    return {state: 'nowhere', why: `leads to ${page.source}, which has no heading #${id}`};
  }

  private pageOfFile(rest: string, folder: string): HandbookPage | undefined {
    const path = decodePath(rest);
    return (
      (path.startsWith(folder) ? this.byPath.get(path.slice(folder.length)) : undefined) ??
      this.byFile.get(path)
    );
  }

  // `alerts/` where `…/blob/main/alerts/etcd/etcdNoLeader.md` is the page `etcd/etcdNoLeader.md`: the same folder for
  // all URLs below a base, and the one under which most of them are pages. A page must not be found by the end of
  // its path alone: two folders may hold files of one name.
  private docsFolder(base: string, urls: readonly string[]): string {
    const votes = new Map<string, number>();
    for (const url of new Set(urls)) {
      const path = decodePath(below(splitUrl(url).address, base) ?? '');
      for (const folder of foldersOf(path)) {
        if (this.byPath.has(path.slice(folder.length))) votes.set(folder, (votes.get(folder) ?? 0) + 1);
      }
    }
    const [best] = [...votes].sort(([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1));
    return best?.[0] ?? '';
  }

  private longestSuffix(path: string): HandbookPage | undefined {
    const folder = foldersOf(path).find((candidate) => this.byPath.has(path.slice(candidate.length)));
    return folder === undefined ? undefined : this.byPath.get(path.slice(folder.length));
  }
}

// '', 'a/', 'a/b/' for `a/b/c.md`.
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return [0, ...parts.map((_, index) => index + 1)].map((count) =>
    parts
      .slice(0, count)
      .map((part) => `${part}/`)
      .join(''),
  );
}

// What Prometheus fills in may hold any character, so it must not be cut.
function splitUrl(url: string): {address: string; hash: string} {
  const match = /^((?:\{\{.*?\}\}|[^?#])*)(?:\?(?:\{\{.*?\}\}|[^#])*)?(?:#(.*))?$/s.exec(url.trim());
  return {address: match?.[1] ?? url, hash: match?.[2] ?? ''};
}

// The rest of a URL behind a base; host names and schemes have no case, and http and https are the same site.
function below(url: string, base: string): string | undefined {
  const normal = (text: string) =>
    text.replace(/^https?:\/\/[^/]*/i, (start) => start.toLowerCase().replace(/^http:/, 'https:'));
  const [from, to] = [normal(base).replace(/\/*$/, '/'), normal(url)];
  if (to === from.slice(0, -1)) return '';
  return to.startsWith(from) ? to.slice(from.length) : undefined;
}

// A page's address in one form, however a host writes it.
function plainPath(path: string): string {
  return decodePath(path)
    .replace(/(?:\/index)?\.html$/, '')
    .replace(/\/+$/, '');
}
