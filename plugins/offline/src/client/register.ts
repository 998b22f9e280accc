import siteConfig from '@generated/docusaurus.config';
import {BUILT_META, MISSING_MARK, NOTICE_ID, WORKER_FILE} from '../worker/manifest.js';
import type {LineForPage, LoadAnew, Visit} from '../worker/messages.js';
import {appOf} from '../worker/page.js';
import {canHaveWorker, whenIdle} from './worker-here.js';

// What a page is made of: not what its scripts ask for by themselves, such as parts of the search index, nor what
// links have fetched ahead. Its style sheets stand in its HTML.
const PARTS = ['script', 'css', 'img', 'image'];

const LOADED_ANEW = 'opsbinder-loaded-anew';
/** How often a site that stays open looks for a new worker at most, in milliseconds. */
const UPDATE_EVERY = 60_000;

function start(): void {
  const {baseUrl} = siteConfig;
  whenIdle(() => {
    navigator.serviceWorker
      .register(`${baseUrl}${WORKER_FILE}`, {scope: baseUrl, updateViaCache: 'none'})
      .then(() => tell(false))
      // A host without the file, or a browser that allows no worker: the site works as ever.
      .catch(() => {});
  });
  navigator.serviceWorker.addEventListener(
    'message',
    ({data}: MessageEvent<LineForPage | LoadAnew | null>) => {
      // The reader may have gone on since.
      if (data?.page !== window.location.pathname) return;
      if (data.type === 'opsbinder-line') showLine(data.html);
      if (data.type === 'opsbinder-load' && !loadAnew(data.app)) showLine(data.html);
    },
  );
}

function showLine(html: string): void {
  document.getElementById(NOTICE_ID)?.remove();
  document.body.insertAdjacentHTML('afterbegin', html);
}

// What the line says of a page that was not to be had is not said of the next one.
function clearMissing(): void {
  const line = document.getElementById(NOTICE_ID);
  for (const element of line?.querySelectorAll(`[${MISSING_MARK}]`) ?? []) element.remove();
  if (!line?.querySelector('p')) line?.remove();
}

/**
 * Shows the page as another build has it: once, as a host may go on to give now this one and now that one.
 *
 * @returns whether it is going to
 */
function loadAnew(app: string): boolean {
  try {
    if (sessionStorage.getItem(LOADED_ANEW) === app) return false;
    sessionStorage.setItem(LOADED_ANEW, app);
  } catch {
    // Without a memory there would be no end.
    return false;
  }
  window.location.reload();
  return true;
}

let lastUpdate = 0;

/** Looks for a new worker, which browsers do by themselves only when a page is loaded. */
function lookForUpdate(registration: ServiceWorkerRegistration): void {
  if (performance.now() - lastUpdate < UPDATE_EVERY) return;
  lastUpdate = performance.now();
  registration.update().catch(() => {});
}

/** Tells the worker that somebody looks at this page, once there is a worker. */
async function tell(moved: boolean): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  if (moved) lookForUpdate(registration);
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const visit: Visit = {
    type: 'opsbinder-visit',
    page: window.location.pathname,
    loaded: entries.filter(({initiatorType}) => PARTS.includes(initiatorType)).map(({name}) => name),
    moved,
    built: document.querySelector<HTMLMetaElement>(`meta[name="${BUILT_META}"]`)?.content ?? null,
    app: appOf([...document.scripts].map(({src}) => src)),
  };
  registration.active?.postMessage(visit);
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
  clearMissing();
  whenIdle(() => {
    tell(true).catch(() => {});
  });
}
