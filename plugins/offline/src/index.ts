import fs from 'node:fs';
import path from 'node:path';
import logger from '@docusaurus/logger';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Handbook} from '@opsbinder/core';
import {afterOutputs, handbookFiles, loadHandbook, note} from '@opsbinder/handbook';
import {ChunkGroups} from './chunk-groups.js';
import {sizeLine} from './limit.js';
import type {PluginOptions} from './options.js';
import {hasPwaPlugin, namesPwaPlugin, pwaRefusal} from './refuse-pwa.js';
import {addUsbCommand} from './usb/index.js';
import {BUILT_META, WORKER_FILE} from './worker/manifest.js';
import {writeOffWorker, writeWorker} from './write-copy.js';

export {type Options, type PluginOptions, validateOptions} from './options.js';

/**
 * Keeps what is needed in an emergency in the browser: after the build, writes a service worker that knows every
 * file of it.
 *
 * @returns the plugin; `null` with the hash router, which builds no pages that could be kept
 * @throws Error beside plugin-pwa
 */
export default function offlinePlugin(context: LoadContext, options: PluginOptions): Plugin | null {
  if (context.siteConfig.future.experimental_router === 'hash') {
    note(
      'Opsbinder: with the hash router there are no built pages to keep, so the site is not kept offline.',
    );
    return null;
  }
  return options.enabled ? keepOffline(context, options) : removeWorkers(context);
}

const NAME = '@opsbinder/docusaurus-plugin-offline';
const CLIENT = path.join(__dirname, 'client');

function keepOffline(context: LoadContext, options: PluginOptions): Plugin {
  if (namesPwaPlugin(context.siteConfig)) throw pwaRefusal();
  refuseOwnWorker(context);
  const chunkGroups = new ChunkGroups();
  let handbook: Handbook | undefined;
  // In development pages change under the reader's eyes; a worker of a build that was served here must not answer.
  const isBuild = process.env.NODE_ENV === 'production';
  return {
    name: NAME,
    extendCli: (cli) => addUsbCommand(cli, context),
    getClientModules: () => [path.join(CLIENT, isBuild ? 'register.js' : 'remove.js')],
    // `docusaurus write-translations` looks for words in these.
    getPathsToWatch: () => [...handbookFiles(context, options), path.join(CLIENT, 'words.js')],
    configureWebpack: (_config, isServer) => (isServer || !isBuild ? {} : {plugins: [chunkGroups as never]}),
    async allContentLoaded({allContent}) {
      handbook = await loadHandbook(context, options, allContent);
    },
    injectHtmlTags: () =>
      handbook && isBuild
        ? {headTags: [{tagName: 'meta', attributes: {name: BUILT_META, content: String(handbook.asOf)}}]}
        : {},
    async postBuild(props) {
      await afterOutputs(props.outDir);
      if (hasPwaPlugin(props.plugins)) throw pwaRefusal();
      if (!handbook) return;
      const files = await writeWorker(props, options, {handbook, chunkGroups});
      logger.info(sizeLine(files, options.limit));
    },
  };
}

function removeWorkers(context: LoadContext): Plugin {
  return {
    name: NAME,
    extendCli: (cli) => addUsbCommand(cli, context),
    getClientModules: () => [path.join(CLIENT, 'remove.js')],
    async postBuild(props) {
      // Then the site has another worker, which takes the place of ours.
      if (hasPwaPlugin(props.plugins) || ownWorkers(context).length > 0) return;
      await writeOffWorker(props);
    },
  };
}

function refuseOwnWorker(context: LoadContext): void {
  const [file] = ownWorkers(context);
  if (file === undefined) return;
  throw new Error(
    `Opsbinder: ${file} is the site's own service worker, and ours would be written in its place. Mend: remove the file, or switch ours off with the option offline: false of the preset (enabled: false of the plugin).`,
  );
}

function ownWorkers({siteDir, siteConfig}: LoadContext): string[] {
  return siteConfig.staticDirectories
    .map((dir) => path.join(dir, WORKER_FILE))
    .filter((file) => fs.existsSync(path.resolve(siteDir, file)));
}
