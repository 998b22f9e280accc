import {addressToAnswer, answerFile, answerNavigation, noticeForMove} from './answer.js';
import type {LineForPage, Visit} from './messages.js';
import {fill, takeOver} from './ready.js';
import {worker} from './state.js';
import {keepVisited} from './visited.js';

worker.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      takeOver().then(() => worker.clients.claim()),
      // The server is asked while the worker is still being started.
      worker.registration.navigationPreload?.enable(),
    ]),
  );
});

worker.addEventListener('fetch', (event) => {
  const {request} = event;
  const address = addressToAnswer(request);
  if (!address) return;
  if (request.mode === 'navigate') event.respondWith(answerNavigation(address, askServer(event)));
  else event.respondWith(answerFile(request, address));
});

worker.addEventListener('message', (event) => {
  const visit = event.data as Visit | undefined;
  if (visit?.type === 'opsbinder-visit') event.waitUntil(visited(visit, event.source));
});

async function askServer({request, preloadResponse}: FetchEvent): Promise<Response> {
  return ((await preloadResponse) as Response | undefined) ?? fetch(request);
}

async function visited(
  {page, loaded, moved, built}: Visit,
  source: ExtendableMessageEvent['source'],
): Promise<void> {
  const address = new URL(page, worker.location.href);
  const html = moved ? await noticeForMove(address, built) : undefined;
  if (html !== undefined) {
    const message: LineForPage = {type: 'opsbinder-line', html};
    source?.postMessage(message);
    return;
  }
  // Offline, or half of a deploy: there will be a next time.
  await keepVisited(address, loaded).catch(() => {});
}
