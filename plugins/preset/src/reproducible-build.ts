import type {Plugin} from '@docusaurus/types';

type Minimizer = {name?: string; _args?: [{minimizerOptions?: object; exclude?: RegExp}]};

const RUNTIME = /runtime~[^/]*\.js$/;

/**
 * Makes two builds of the same input the same byte for byte, whether or not the bundler has a cache.
 *
 * The bundler's runtime lists the hashes of all chunks as they are before minification, and the minifier picks
 * its short names by how often each letter occurs. Those early hashes differ between a build with and one
 * without a cache, though every chunk comes out the same. So the runtime keeps its long names, for half a
 * kilobyte gzipped. Other bundlers and minimizers are left alone.
 */
export function reproducibleBuild(): Plugin {
  return {
    name: '@opsbinder/reproducible-build',
    configureWebpack(config, isServer, {currentBundler}) {
      const minimizers = (config.optimization?.minimizer ?? []) as Minimizer[];
      const minifier = minimizers.find(({name}) => name === 'SwcJsMinimizerRspackPlugin');
      const options = minifier?._args?.[0];
      if (isServer || !minifier || !options) return {};
      const Minifier = (currentBundler.instance as unknown as Record<string, new (options: object) => never>)
        .SwcJsMinimizerRspackPlugin;
      if (!Minifier) return {};
      minifier._args = [{...options, exclude: RUNTIME}];
      const minimizerOptions = {...options.minimizerOptions, mangle: false};
      return {optimization: {minimizer: [new Minifier({...options, include: RUNTIME, minimizerOptions})]}};
    },
  };
}
