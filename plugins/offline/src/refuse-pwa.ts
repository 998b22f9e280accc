import type {DocusaurusConfig} from '@docusaurus/types';

const NAME = /(^|[\\/])(docusaurus-)?plugin-pwa([\\/]|$)|^pwa$/;

/** Whether a site's configuration names Docusaurus's own offline plugin, by name or by path. */
export function namesPwaPlugin({plugins}: Pick<DocusaurusConfig, 'plugins'>): boolean {
  return plugins.some((entry) => {
    const plugin: unknown = Array.isArray(entry) ? entry[0] : entry;
    return typeof plugin === 'string' && NAME.test(plugin);
  });
}

/** Whether that plugin has been loaded, however it came in. */
export function hasPwaPlugin(plugins: readonly {name: string}[]): boolean {
  return plugins.some(({name}) => name === 'docusaurus-plugin-pwa' || name === '@docusaurus/plugin-pwa');
}

/** Why the two cannot stand beside each other, and what to do. */
export function pwaRefusal(): Error {
  return new Error(
    'Opsbinder: this site has both @docusaurus/plugin-pwa and @opsbinder/docusaurus-plugin-offline, and a browser runs one service worker for a site. Mend: take @docusaurus/plugin-pwa out of the plugins in docusaurus.config to keep the binder offline, or switch ours off with the option offline: false of the preset (enabled: false of the plugin).',
  );
}
