import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import {AppStore, type RedocRawOptions} from 'redoc';
import {redocLabels} from './labels';
import {redocTheme} from './redoc-theme';
import type {ApiData} from './types';

/**
 * Redoc's model of an API, with the options that make it fit into a Docusaurus page.
 *
 * @param api the API
 * @param overrides options that go before the site's own
 */
export function createStore({spec, redoc, downloadUrl}: ApiData, overrides?: RedocRawOptions): AppStore {
  const scrolled = ExecutionEnvironment.canUseDOM ? window.scrollY : 0;
  const store = new AppStore(spec, downloadUrl, {
    expandResponses: '200,201,202,203,204',
    jsonSamplesExpandLevel: 'all',
    // Without JavaScript nothing can be opened, so what matters is open from the start.
    schemasExpansionLevel: 2,
    expandDefaultServerVariables: true,
    ...redoc,
    labels: {...redocLabels(), ...redoc.labels},
    theme: redocTheme(redoc.theme),
    // The site has its own search, and the browser scrolls to anchors by itself.
    disableSearch: true,
    scrollYOffset: 0,
    ...overrides,
  });
  // Redoc's menu would follow the scroll position, rewriting the address on the way, and has already jumped to
  // the anchor: where readers have got to meanwhile counts more.
  store.dispose();
  if (ExecutionEnvironment.canUseDOM) window.scrollTo({top: scrolled, behavior: 'instant'});
  return store;
}
