import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {normalizeUrl} from '@docusaurus/utils';
import {applyTrailingSlash} from '@docusaurus/utils-common';
import type {ApiOperation, Finding} from '@opsbinder/core';
import {offerApiDescription, reportFindings, severityNow, shareFindings} from '@opsbinder/handbook';
import {bundle, loadConfig} from '@redocly/openapi-core';
import type {RedocRawOptions} from 'redoc';
import {bundlerConfig} from './bundler.js';
import {type BundledSpec, listOperations} from './operations.js';
import {DEFAULT_SPEC, type PluginOptions} from './options.js';
import {redocusaurus} from './redocusaurus.js';
import {routeModules} from './route-modules.js';
import {redocFinding, specFindings} from './spec-findings.js';

export {type Options, type PluginOptions, validateOptions} from './options.js';

/** What this plugin offers to others, as `allContent['@opsbinder/docusaurus-plugin-api-reference'][id]`. */
export interface ApiReferenceContent {
  /** Address of the page, base URL included. */
  permalink: string;
  /** Every operation on it, with the anchor that leads there. */
  operations: ApiOperation[];
  /** The description with all references bundled. */
  spec: BundledSpec;
  /** The options with which Redoc shows it. */
  redoc: RedocRawOptions;
}

/** An API reference from an OpenAPI file. Off where a site has neither named a file nor has the default one. */
export default function apiReferencePlugin(
  context: LoadContext,
  options: PluginOptions,
): Plugin<ApiReferenceContent | null> | null {
  const {siteDir, siteConfig, baseUrl} = context;
  const file = path.resolve(siteDir, options.spec ?? DEFAULT_SPEC);
  if (options.spec === undefined && !fs.existsSync(file)) return null;

  const api = redocusaurus(context, options.id, file);
  const permalink = applyTrailingSlash(normalizeUrl([baseUrl, options.route]), {
    trailingSlash: siteConfig.trailingSlash,
    baseUrl,
  });
  const alias = `@api-reference/${options.id}`;
  const modules = {browser: '', server: ''};

  offerApiDescription(options.id, () => readDescription(file, api.config));

  // A site whose description is wrong is built without the reference, if it is to be built at all.
  const name = '@opsbinder/docusaurus-plugin-api-reference';
  const report = (findings: Finding[]): null => {
    shareFindings(`${name} ${options.id}`, findings);
    reportFindings(findings, severityNow(options.onErrors));
    return null;
  };

  return {
    name,

    getPathsToWatch: () => [file, ...api.files()],

    async loadContent() {
      const findings = await specFindings(file, siteDir, await loadConfig({configPath: api.config}));
      if (findings.length > 0) return report(findings);
      shareFindings(`${name} ${options.id}`, []);
      const spec = await api.load();
      const redoc = {...(await api.redocOptions()), ...options.redoc};
      try {
        return {permalink, operations: listOperations(spec, redoc, permalink), spec, redoc};
      } catch (error) {
        return report([await redocFinding(file, siteDir, error)]);
      }
    },

    async contentLoaded({content, actions}) {
      if (!content) return;
      const {spec, redoc} = content;
      await actions.createData('api.json', JSON.stringify({spec, redoc, downloadUrl: api.downloadUrl}));
      const source = routeModules(options.id, 'api.json');
      modules.browser = await actions.createData('browser.js', source.browser);
      modules.server = await actions.createData('server.js', source.server);
      actions.addRoute({
        path: permalink,
        component: '@theme/ApiReference',
        exact: true,
        modules: {api: alias},
      });
    },

    configureWebpack(_config, isServer, _utils, content) {
      return content ? bundlerConfig(alias, isServer ? modules.server : modules.browser) : {};
    },

    async postBuild({content}) {
      if (content) await api.writeDownload();
    },
  };
}

// What the description says, all files of it together and without their comments.
async function readDescription(file: string, configPath: string | undefined): Promise<string> {
  const {bundle: document} = await bundle({ref: file, config: await loadConfig({configPath})});
  return JSON.stringify(document.parsed);
}
