import type {Manifest} from './manifest.js';

/** The worker itself, which TypeScript takes for a worker of any kind. */
export const worker = self as unknown as ServiceWorkerGlobalScope;

// The head of `sw.js`.
declare const MANIFEST: Manifest;

export const manifest: Manifest = MANIFEST;

interface Brands {
  userAgentData?: {brands: readonly {brand: string; version: string}[]};
}

/** Whether this browser prints what a style sheet puts into a sheet's margin. No style sheet can ask for that. */
export const hasMarginBoxes = ((navigator as Brands).userAgentData?.brands ?? []).some(
  ({brand, version}) => brand === 'Chromium' && Number(version) >= 131,
);

/** What a line on a page is made of. */
export const facts = {...manifest, hasMarginBoxes, origin: worker.location.origin};
