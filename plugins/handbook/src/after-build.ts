import {buildStore} from './store.js';

/**
 * Does what a plugin's `postBuild` has to do before others may look at the built site: an index, files to print.
 * Docusaurus starts the `postBuild` of all plugins at once, so what must come later waits with {@link afterOutputs}.
 *
 * @param outDir the folder of the built site, which tells the builds of several languages apart
 * @param work writes files into it; begins at once
 * @returns what the work returns; fails as it fails
 */
export function writeOutput<T>(outDir: string, work: () => Promise<T>): Promise<T> {
  const {outputs} = buildStore();
  const writing = work();
  const settled = writing.then(
    () => {},
    () => {},
  );
  outputs.set(outDir, [...(outputs.get(outDir) ?? []), settled]);
  return writing;
}

/**
 * Waits for everything that {@link writeOutput} has begun in this build, however it ends. For `postBuild`, which is
 * called for all plugins in one go, in whatever order they stand in.
 */
export async function afterOutputs(outDir: string): Promise<void> {
  // Plugins behind this one have not begun yet.
  await new Promise((resolve) => setImmediate(resolve));
  const {outputs} = buildStore();
  await Promise.all(outputs.get(outDir) ?? []);
  outputs.delete(outDir);
}
