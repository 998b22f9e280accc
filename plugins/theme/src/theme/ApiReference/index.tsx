import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import Translate, {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import Layout from '@theme/Layout';
import {type ReactNode, useEffect, useState} from 'react';
import {apiMetadata} from '../../client/api/metadata';
import type {ApiModule, LoadedApi} from '../../client/api/types';

/**
 * The page of an API reference.
 *
 * The server writes it out whole. In the browser this shell keeps what was served, fetches Redoc and the API
 * only now that the page is on screen, and then puts the live page in its place: the same mark-up, so nothing
 * moves. Pages that merely link here load neither.
 */
export default function ApiReference({api}: {api: ApiModule}): ReactNode {
  const {id, serve, load} = api;
  const [served] = useState(() => serve?.());
  const elementId = `api-reference-${id}`;
  const brokenLinks = useBrokenLinks();
  served?.anchors.forEach(brokenLinks.collectAnchor);

  const [servedBefore] = useState(() => servedMetadata(elementId));
  const isServed = served !== undefined || servedBefore !== undefined;
  const [loaded, setLoaded] = useState<LoadedApi | 'failed'>();
  useEffect(() => {
    let isGone = false;
    const settle = (result: LoadedApi | 'failed') => {
      if (!isGone) setLoaded(result);
    };
    load?.().then(settle, () => settle('failed'));
    return () => {
      isGone = true;
    };
  }, [load]);

  const live = loaded === 'failed' ? undefined : loaded;
  const metadata = served ?? (live && apiMetadata(live.api)) ?? servedBefore;
  return (
    <Layout
      title={metadata?.title ?? translate({id: 'opsbinder.api.title', message: 'API reference'})}
      description={metadata?.description}
    >
      <main>
        {live ? (
          <live.Content api={live.api} served={isServed} />
        ) : isServed ? (
          <div
            id={elementId}
            className="api-reference-served"
            data-title={metadata?.title}
            data-description={metadata?.description}
            suppressHydrationWarning
            // biome-ignore lint/security/noDangerouslySetInnerHtml: what the server rendered; React leaves it alone in the browser.
            dangerouslySetInnerHTML={{__html: served?.html ?? ''}}
          />
        ) : (
          <div className="container margin-vert--xl" role="status">
            {loaded === 'failed' ? (
              <Translate id="opsbinder.api.failed">
                The API reference could not be loaded. Check the connection, then load the page again.
              </Translate>
            ) : (
              <Translate id="opsbinder.api.loading">Loading the API reference…</Translate>
            )}
          </div>
        )}
      </main>
    </Layout>
  );
}

// Title and description of the page come with the API. What the server wrote serves until that is here.
function servedMetadata(elementId: string): {title?: string; description?: string} | undefined {
  const element = ExecutionEnvironment.canUseDOM ? document.getElementById(elementId) : null;
  if (!element) return undefined;
  const {title, description} = element.dataset;
  return {title, description};
}
