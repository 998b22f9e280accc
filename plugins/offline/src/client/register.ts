import siteConfig from '@generated/docusaurus.config';
import {BUILT_META, NOTICE_ID, WORKER_FILE} from '../worker/manifest.js';
import type {LineForPage, Visit} from '../worker/messages.js';
import {canHaveWorker, whenIdle} from './worker-here.js';

// What a page is made of: not what its scripts ask for by themselves, such as parts of the search index, nor what
// links have fetched ahead. Its style sheets stand in its HTML.
const PARTS = ['script', 'css', 'img', 'image'];

function start(): void {
  const {baseUrl} = siteConfig;
  whenIdle(() => {
    navigator.serviceWorker
      .register(`${baseUrl}${WORKER_FILE}`, {scope: baseUrl, updateViaCache: 'none'})
      .then(() => tell(false))
      // A host without the file, or a browser that allows no worker: the site works as ever.
      .catch(() => {});
  });
  navigator.serviceWorker.addEventListener('message', ({data}: MessageEvent<LineForPage | undefined>) => {
    if (data?.type !== 'opsbinder-line' || document.getElementById(NOTICE_ID)) return;
    document.body.insertAdjacentHTML('afterbegin', data.html);
  });
}

/** Tells the worker that somebody looks at this page, once there is a worker. */
async function tell(moved: boolean): Promise<void> {
  const {active} = await navigator.serviceWorker.ready;
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const visit: Visit = {
    type: 'opsbinder-visit',
    page: window.location.pathname,
    loaded: entries.filter(({initiatorType}) => PARTS.includes(initiatorType)).map(({name}) => name),
    moved,
    built: document.querySelector<HTMLMetaElement>(`meta[name="${BUILT_META}"]`)?.content ?? null,
  };
  active?.postMessage(visit);
}

if (canHaveWorker()) start();

/** Docusaurus calls it after each move inside the site. */
export function onRouteDidUpdate({
  location,
  previousLocation,
}: {
  location: {pathname: string};
  previousLocation: {pathname: string} | null;
}): void {
  if (!previousLocation || previousLocation.pathname === location.pathname || !canHaveWorker()) return;
  whenIdle(() => {
    tell(true).catch(() => {});
  });
}
