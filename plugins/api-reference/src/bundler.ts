import type {Plugin} from '@docusaurus/types';

type BundlerConfig = ReturnType<NonNullable<Plugin['configureWebpack']>>;

// Redoc ships as one file for the browser and one for Node.
const REDOC = /[\\/]redoc[\\/]bundles[\\/]redoc(\.browser)?\.lib\.js$/;

/**
 * What webpack or Rspack needs to know, for Redoc's own imports only, so that no other code of the site notices.
 *
 * - Redoc computes shades of its theme's colours with `polished`, which knows no CSS variables.
 * - It can bundle OpenAPI files, which has happened long before; the library is half of its weight.
 * - Prism's languages add themselves to whatever is called `Prism` globally. Docusaurus loads them with a
 *   Prism of its own, so Redoc gets copies that are tied to the Prism that Redoc uses.
 *
 * @param alias name under which the route finds its module
 * @param module absolute path of that module
 */
export function bundlerConfig(alias: string, module: string): BundlerConfig {
  return {
    resolve: {alias: {[`${alias}$`]: module}},
    module: {
      rules: [
        {
          test: REDOC,
          resolve: {
            alias: {
              polished$: require.resolve('./bundle/polished.js'),
              prismjs$: require.resolve('./bundle/prism.js'),
              '@redocly/openapi-core/lib/bundle$': false,
              '@redocly/openapi-core/lib/config/config$': false,
            },
          },
        },
        {
          test: /[\\/]prismjs[\\/]components[\\/]/,
          issuer: REDOC,
          use: [{loader: require.resolve('./bundle/prism-language-loader.js')}],
        },
      ],
    },
  };
}
