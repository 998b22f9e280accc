/**
 * The source text of the module through which the page gets its API, one for each of the two bundles.
 *
 * In the browser the page is a thin shell that fetches Redoc and the description only once it is on screen.
 * They cannot be modules of the route: Docusaurus fetches those ahead wherever a link to the route is in view,
 * which is on every page when the navbar has one. On the server the page is written out whole.
 *
 * @param id tells several references of a site apart
 * @param data name of the JSON file beside the module
 */
export function routeModules(id: string, data: string): {browser: string; server: string} {
  return {
    browser: `export default {
  id: ${JSON.stringify(id)},
  load: () =>
    Promise.all([import('@theme/ApiReference/Content'), import(${JSON.stringify(`./${data}`)})]).then(
      ([content, api]) => ({Content: content.default, api: api.default}),
    ),
};
`,
    // Docusaurus puts an error page where a module fails to load, and goes on. Required while the page renders,
    // it stops the build.
    server: `exports.__esModule = true;
exports.default = {
  id: ${JSON.stringify(id)},
  serve: () => require('@theme/ApiReference/serve').default(require(${JSON.stringify(`./${data}`)})),
};
`,
  };
}
