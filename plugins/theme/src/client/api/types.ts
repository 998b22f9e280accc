import type {ComponentType} from 'react';
import type {AppStore, RedocRawOptions} from 'redoc';

/** What the API reference plugin hands over about one API. */
export interface ApiData {
  /** The OpenAPI description, all references bundled. */
  spec: ConstructorParameters<typeof AppStore>[0];
  /** Options for Redoc. */
  redoc: RedocRawOptions;
  /** Address of the description as a file. */
  downloadUrl: string;
}

/** The page as the server wrote it. */
export interface ServedApi {
  /** Style sheets and mark-up. */
  html: string;
  title: string;
  description: string;
  /** Every id on the page to which a link can lead. */
  anchors: string[];
}

/** What the browser fetches once the page is on screen. */
export interface LoadedApi {
  Content: ComponentType<{api: ApiData; served: boolean}>;
  api: ApiData;
}

/** The module of an API's route: it has `serve` on the server, `load` in the browser. */
export interface ApiModule {
  /** Tells several references of a site apart. */
  id: string;
  serve?: () => ServedApi;
  load?: () => Promise<LoadedApi>;
}
