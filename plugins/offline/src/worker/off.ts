import {cachePrefix, type OffManifest} from './manifest.js';

// The worker of a site without an offline copy: it takes the place of one that an earlier build has left, clears
// up and goes. Pages that are open stay as they are.
declare const MANIFEST: OffManifest;

const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', () => {
  worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(clearUp());
});

async function clearUp(): Promise<void> {
  const prefix = cachePrefix(MANIFEST.base);
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
