import path from 'node:path';
import {buildDemo, SITES} from './sites.js';

/** Where the project's own site stands during a test run. */
export const DEMO = path.join(SITES, 'demo');

/** Builds the project's own site once, before all tests that look at it. */
export default async function setUp(): Promise<void> {
  const {code, output} = await buildDemo(DEMO);
  if (code !== 0) throw new Error(`The project's own site does not build:\n${output}`);
}
