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
}

/** What the worker answers: a line for the page, as HTML. */
export interface LineForPage {
  type: 'opsbinder-line';
  html: string;
}
