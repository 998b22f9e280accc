import path from 'node:path';
import {ensureChromium} from './browser.js';
import {buildDemo, SITES} from './sites.js';

/** Where the project's own site stands during a test run. */
export const DEMO = path.join(SITES, 'demo');

/** Makes sure of a browser and builds the project's own site, once, before all tests that look at it. */
export default async function setUp(): Promise<void> {
  ensureChromium();
  const {code, output} = await buildDemo(DEMO);
  if (code !== 0) throw new Error(`The project's own site does not build:\n${output}`);
}
