import siteConfig from '@generated/docusaurus.config';
import {cachePrefix, WORKER_FILE} from '../worker/manifest.js';
import {canHaveWorker, whenIdle} from './worker-here.js';

/** Removes a worker that an earlier build, or a build served from this address, has left. */
async function remove(): Promise<void> {
  const {baseUrl} = siteConfig;
  const prefix = cachePrefix(baseUrl);
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  // The caches tell our worker from that of another plugin, whose file may have the same name.
  if (names.length === 0) return;
  const registration = await navigator.serviceWorker.getRegistration(baseUrl);
  const script = registration?.active?.scriptURL;
  if (script === new URL(baseUrl + WORKER_FILE, window.location.href).href) await registration?.unregister();
  await Promise.all(names.map((name) => caches.delete(name)));
}

if (canHaveWorker()) {
  whenIdle(() => {
    remove().catch(() => {});
  });
}
