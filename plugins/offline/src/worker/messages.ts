/** What an open page tells the worker: somebody looks at this page. */
export interface Visit {
  type: 'opsbinder-visit';
  page: string;
  /** Addresses of what it has loaded. */
  loaded: string[];
  /** Whether it got here without a navigation, so that it could not be told that it is a copy. */
  moved: boolean;
  /** The day for which the page was built. */
  built: string | null;
  /** The build whose scripts it runs, as `appOf` has it. */
  app: string;
}

/** What the worker answers to a move: the line for the page, as HTML; empty where it needs none. */
export interface LineForPage {
  type: 'opsbinder-line';
  page: string;
  html: string;
}

/** What it answers where there is the page of another build, which the scripts that run cannot show. */
export interface LoadAnew {
  type: 'opsbinder-load';
  page: string;
  /** The other build. */
  app: string;
  /** The line for where that has not helped. */
  html: string;
}
