import {readFrontMatter, splitFrontMatter} from './front-matter.js';
import type {MarkdownFormat} from './markdown.js';
import {valueAt} from './yaml-tree.js';

/**
 * By which grammar Docusaurus reads a file: the page's own word (`mdx: {format: md}` in its front matter), else the
 * site's, else the ending of its name.
 *
 * @param siteFormat as the site's `markdown.format`
 */
export function markdownFormatOf(
  file: string,
  text: string,
  siteFormat: MarkdownFormat | 'detect' = 'detect',
): MarkdownFormat {
  const {yaml} = splitFrontMatter(text);
  const own = yaml?.includes('format') ? valueAt(readFrontMatter(text, file).tree, 'mdx') : undefined;
  const format = valueAt(own, 'format');
  const named = [format?.kind === 'text' ? format.text : undefined, siteFormat].find(
    (candidate) => candidate === 'md' || candidate === 'mdx',
  );
  return (named as MarkdownFormat | undefined) ?? (/\.mdx$/i.test(file) ? 'mdx' : 'md');
}
