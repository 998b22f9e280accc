import type {Manifest} from './manifest.js';

/** The worker itself, which TypeScript takes for a worker of any kind. */
export const worker = self as unknown as ServiceWorkerGlobalScope;

// The head of `sw.js`.
declare const MANIFEST: Manifest;

export const manifest: Manifest = MANIFEST;
