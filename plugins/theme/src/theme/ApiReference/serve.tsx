import {renderToStaticMarkup} from 'react-dom/server';
import {ServerStyleSheet} from 'styled-components';
import {markFoldedResponses, mendServedMarkup} from '../../client/api/mend-markup';
import {apiMetadata} from '../../client/api/metadata';
import {createStore} from '../../client/api/store';
import type {ApiData, ServedApi} from '../../client/api/types';
import {sectionIds} from '../../client/api/use-section-in-view';
import Content from './Content';

/**
 * Writes out an API reference on the server.
 *
 * Redoc is not hydrated, so React never compares: Redoc's own mark-up differs between server and browser
 * wherever it depends on the address of the page, as for relative server URLs.
 *
 * @throws Error naming the API when Redoc cannot show it
 */
export default function serveApiReference(api: ApiData): ServedApi {
  const sheet = new ServerStyleSheet();
  const metadata = apiMetadata(api);
  try {
    const store = createStore(api, {expandResponses: 'all'});
    const html = renderToStaticMarkup(
      sheet.collectStyles(<Content api={api} served={false} store={store} />),
    );
    const live = createStore(api);
    return {
      ...metadata,
      html: sheet.getStyleTags() + markFoldedResponses(mendServedMarkup(html), live.options.expandResponses),
      anchors: sectionIds(live.spec.contentItems),
    };
  } catch (cause) {
    throw new Error(`Redoc cannot show the API "${metadata.title}": ${(cause as Error).message}`, {cause});
  } finally {
    sheet.seal();
  }
}
