import {addressToAnswer, answerFile, answerNavigation, replyToMove} from './answer.js';
import type {Visit} from './messages.js';
import {fill, heal, takeOver} from './ready.js';
import {manifest, worker} from './state.js';
import {askForPage, keepVisited} from './visited.js';

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      takeOver().then(() => worker.clients.claim()),
      // An earlier version had it on: it may bring what the browser has in its own cache.
      worker.registration.navigationPreload?.disable(),
    ]),
  );
});

worker.addEventListener('fetch', (event) => {
  const {request} = event;
  const address = addressToAnswer(request);
  if (!address) return;
  event.respondWith(
    request.mode === 'navigate' ? answerNavigation(event, address) : answerFile(request, address),
  );
});

worker.addEventListener('message', (event) => {
  const visit = event.data as Visit | undefined;
  if (visit?.type === 'opsbinder-visit') event.waitUntil(visited(visit, event.source));
});

async function install(): Promise<void> {
  try {
    await fill();
  } catch (error) {
    // Readers keep what they have, and only this tells why there is nothing newer.
    // biome-ignore lint/suspicious/noConsole: a worker has no other place to say it.
    console.warn(`Opsbinder: the offline copy stays as it was: ${(error as Error).message}.`);
    throw error;
  }
  await worker.skipWaiting();
}

async function visited(visit: Visit, source: ExtendableMessageEvent['source']): Promise<void> {
  const address = new URL(visit.page, worker.location.href);
  const fresh = visit.moved ? await askForPage(address, manifest.deadline) : undefined;
  if (visit.moved) source?.postMessage(await replyToMove(visit, fresh));
  // Offline, or half of a deploy: there will be a next time.
  if (visit.moved && !fresh) return;
  await Promise.allSettled([keepVisited(address, visit.loaded, fresh), heal()]);
}
