import fs from 'node:fs/promises';
import path from 'node:path';
import type {Props} from '@docusaurus/types';
import {alertPermalink, type Handbook, routeFolder, sameAlert} from '@opsbinder/core';
import type {ChunkGroups} from './chunk-groups.js';
import {checkLimit} from './limit.js';
import {makeManifest} from './manifest.js';
import type {PluginOptions} from './options.js';
import {readRouteChunks} from './route-chunks.js';
import {SiteFiles, type SiteShape} from './site-files.js';
import {whatToKeep} from './what-to-keep.js';
import {wordsOf} from './words.js';
import {type Manifest, WORKER_FILE} from './worker/manifest.js';
import {offWorkerText, workerText} from './worker-file.js';

/**
 * Writes the worker of a built site.
 *
 * @returns what it keeps
 * @throws Error when that is more than the limit
 */
export async function writeWorker(
  props: Props,
  options: PluginOptions,
  {handbook, chunkGroups}: {handbook: Handbook; chunkGroups: ChunkGroups},
): Promise<Manifest['files']> {
  const {outDir, generatedFilesDir, routes, routesPaths, i18n} = props;
  const files = await SiteFiles.read(outDir, shapeOf(props));
  const routeChunks = await readRouteChunks(generatedFilesDir, routes);
  const site = {files, handbook, routes: routesPaths, routeChunks, chunkGroups};
  const kept = await whatToKeep(site, options);
  const manifest = await makeManifest(kept, files, options, {
    lang: i18n.localeConfigs[i18n.currentLocale]?.htmlLang ?? i18n.currentLocale,
    built: String(handbook.asOf),
    alerts: alertsOf(handbook, options.alerts),
    words: wordsOf(props),
  });
  checkLimit(manifest.files, options.limit);
  await fs.writeFile(path.join(outDir, WORKER_FILE), await workerText(manifest));
  return manifest.files;
}

/** Writes a worker that removes what an earlier build has left in browsers. */
export async function writeOffWorker({outDir, baseUrl}: Pick<Props, 'outDir' | 'baseUrl'>): Promise<void> {
  await fs.writeFile(path.join(outDir, WORKER_FILE), await offWorkerText({base: baseUrl}));
}

function alertsOf(handbook: Handbook, route: string | false): Manifest['alerts'] {
  if (route === false || handbook.alerts.length === 0) return null;
  const pages = handbook.alerts.map((alert) => [sameAlert(alert.slug), alertPermalink(alert)]);
  return {folder: routeFolder(route).replace(/^\/+/, ''), pages: Object.fromEntries(pages)};
}

function shapeOf({siteConfig, baseUrl, i18n}: Props): SiteShape {
  const bases = Object.values(i18n.localeConfigs).map((config) => config.baseUrl);
  return {
    origin: siteConfig.url,
    base: baseUrl,
    leaveAlone: bases.filter((base) => base.startsWith(baseUrl) && base !== baseUrl).sort(),
    pagesAreFolders: siteConfig.trailingSlash !== false,
  };
}
