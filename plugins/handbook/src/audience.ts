import type {LoadContext, ParseFrontMatter} from '@docusaurus/types';
import {type Audience, markdownFormatOf, readAudience, textForAudience} from '@opsbinder/core';

/**
 * Whom a build is for: the option, else `OPSBINDER_AUDIENCE`, else nobody in particular.
 *
 * @throws Error for a variable that is set and names nobody: such a build would show everything to whomever it was
 *   meant for
 */
export function audienceOf(option: string | readonly string[] | undefined): Audience {
  if (option !== undefined) return readAudience(option);
  const variable = process.env.OPSBINDER_AUDIENCE;
  if (variable === undefined) return undefined;
  const audience = readAudience(variable);
  if (audience.length === 0) {
    throw new Error(
      `OPSBINDER_AUDIENCE is "${variable}", which names nobody. Expected one or more names, such as OPSBINDER_AUDIENCE=customer. Mend: name whom the build is for, or unset it to show everything.`,
    );
  }
  return audience;
}

type Markdown = LoadContext['siteConfig']['markdown'];

/**
 * Keeps what is for others from a site: not only from its docs, whose Markdown transforms leave it out as well, but
 * also from what Docusaurus reads off the source (titles, descriptions, excerpts), from partials, pages and blog
 * posts. To be called when a preset or plugin is made, before any file is read.
 *
 * @param siteConfig the configuration of the site; its `markdown` is changed
 */
export function keepForAudience({siteConfig}: Pick<LoadContext, 'siteConfig'>, audience: Audience): void {
  if (audience === undefined) return;
  const {markdown} = siteConfig;
  const done = audiencesOf(markdown);
  const key = audience.join();
  if (done.has(key)) return;
  done.add(key);
  const forAudience = (text: string, file: string) =>
    textForAudience(text, markdownFormatOf(file, text, markdown.format), audience);

  const {parseFrontMatter, preprocessor} = markdown;
  const readForAudience: ParseFrontMatter = (params) =>
    parseFrontMatter({...params, fileContent: forAudience(params.fileContent, params.filePath)});
  markdown.parseFrontMatter = readForAudience;
  markdown.preprocessor = (params) => {
    const text = preprocessor ? preprocessor(params) : params.fileContent;
    return forAudience(text, params.filePath);
  };
}

/**
 * What a plugin's `configureWebpack` returns, so that the bundler keeps apart what it caches for each audience. Its
 * cache does not look at the environment, and would give one audience what another has read.
 */
export function cacheByAudience(config: {cache?: unknown; experiments?: object}, audience: Audience): object {
  if (audience === undefined) return {};
  const suffix = `-for-${audience.join('-and-')}`;
  const versioned = (cache: unknown) => {
    const {version} = (cache ?? {}) as {version?: unknown};
    return typeof version === 'string' && !version.endsWith(suffix)
      ? {cache: {version: `${version}${suffix}`}}
      : {};
  };
  const {cache} = (config.experiments ?? {}) as {cache?: unknown};
  return {...versioned(config.cache), experiments: versioned(cache)};
}

// A preset and its plugins ask for the same. The audiences hang on the configuration, because a site may load this
// package twice.
const DONE = Symbol.for('@opsbinder/handbook/audiences/1');

function audiencesOf(markdown: Markdown): Set<string> {
  const holder = markdown as Markdown & {[DONE]?: Set<string>};
  holder[DONE] ??= new Set();
  return holder[DONE];
}
