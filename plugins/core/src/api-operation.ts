/**
 * One operation of an API as its reference page shows it: what a search index or a link needs to lead there.
 * The API reference plugin offers a list of these as `operations` in its content.
 */
export interface ApiOperation {
  /** The description's own name for it; null where it gives none. */
  operationId: string | null;
  /** HTTP method in capitals: `GET`. */
  method: string;
  /** Path template such as `/records/{id}`; for a webhook, its name. */
  path: string;
  /** True for a request that the API sends rather than answers. */
  webhook: boolean;
  /** The heading under which the page shows it. */
  summary: string;
  /** Markdown as written; empty where there is none. */
  description: string;
  /** The first tag it is filed under; null where it has none. */
  tag: string | null;
  /** Where it stands: path below the host, base URL and anchor included. */
  url: string;
}
