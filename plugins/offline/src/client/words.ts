import {translate} from '@docusaurus/Translate';
import type {Words} from '../worker/manifest.js';

// No page loads this file: it is here for `docusaurus write-translations`, which finds words by these calls. The
// worker says the same in English; a test holds the two together.
export const WORDS: Words = {
  built: translate({
    id: 'opsbinder.offline.built',
    message: 'Offline copy, built on {date}.',
    description: 'Above a page that comes from the copy in the browser',
  }),
  undated: translate({id: 'opsbinder.offline.undated', message: 'Offline copy.'}),
  missing: translate({
    id: 'opsbinder.offline.missing',
    message: 'The page {path} cannot be reached, and there is no copy of it on this device.',
  }),
  retry: translate({
    id: 'opsbinder.offline.retry',
    message: 'Try again',
    description: 'A link to a page that could not be reached',
  }),
  kept: translate({
    id: 'opsbinder.offline.kept',
    message: 'Kept on this device: {count} pages',
    description: 'Above the list of pages that can be read offline',
  }),
  title: translate({id: 'opsbinder.offline.title', message: 'Offline'}),
};
