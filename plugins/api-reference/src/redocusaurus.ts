import path from 'node:path';
import type {LoadContext, PluginContentLoadedActions} from '@docusaurus/types';
import {posixPath} from '@docusaurus/utils';
import {findConfig} from '@redocly/openapi-core';
import type {RedocRawOptions} from 'redoc';
import redocPlugin from 'redocusaurus/plugin';
import redocTheme from 'redocusaurus/theme';
import type {BundledSpec} from './operations.js';

/** What redocusaurus does for one API reference. */
export interface Redocusaurus {
  /** The site's `redocly.yaml`, if it has one. */
  config: string | undefined;
  /** Reads the OpenAPI file and all it refers to into one description. */
  load(): Promise<BundledSpec>;
  /** Redoc's options as redocusaurus reads them from the site's `redocly.yaml`. */
  redocOptions(): Promise<RedocRawOptions>;
  /** Address of the file that a reader can download. */
  downloadUrl: string;
  /** Writes that file, where it is not one of the site's static files anyway. */
  writeDownload(): Promise<void>;
  /** The files from which the description came. */
  files(): string[];
}

/**
 * Redocusaurus's plugin and theme without what they do to the other pages of a site: the plugin puts the whole
 * description into the global data that every page loads, the theme adds its options there, registers a style
 * sheet and a script for every page, and defines `process.env` and `Prism` for all code of the site.
 *
 * @param context the site
 * @param id tells several references of a site apart
 * @param file absolute path of the OpenAPI file
 */
export function redocusaurus(context: LoadContext, id: string, file: string): Redocusaurus {
  const config = findConfig(context.siteDir);
  const staticUrl = staticFileUrl(context, file);
  const plugin = redocPlugin(context, {id, spec: file, url: staticUrl, config});
  const theme = redocTheme(context, {options: config});
  let content: unknown;

  return {
    config,
    downloadUrl: staticUrl ?? `${context.baseUrl}redocusaurus/${id}.yaml`,
    async load() {
      const loaded = await plugin.loadContent?.();
      if (!loaded) throw new Error(`redocusaurus read nothing from ${file}.`);
      content = loaded;
      return loaded.converted;
    },
    async redocOptions() {
      let options: RedocRawOptions = {};
      // The theme hands its options over as global data and in no other way.
      const setGlobalData = (data: unknown) => {
        options = (data as {options: RedocRawOptions}).options;
      };
      await theme.contentLoaded?.({actions: {setGlobalData} as PluginContentLoadedActions, content: null});
      return options;
    },
    async writeDownload() {
      // Of all that Docusaurus hands to this hook, redocusaurus looks at the content alone.
      await plugin.postBuild?.({content} as never);
    },
    files: () => plugin.getPathsToWatch?.() ?? [],
  };
}

// A file below one of the site's static folders is served as it is; it needs no second copy.
function staticFileUrl({siteDir, siteConfig, baseUrl}: LoadContext, file: string): string | undefined {
  for (const directory of siteConfig.staticDirectories) {
    const relative = path.relative(path.resolve(siteDir, directory), file);
    if (!relative.startsWith('..') && !path.isAbsolute(relative))
      return baseUrl + encodeURI(posixPath(relative));
  }
  return undefined;
}
