import type {ApiData} from './types';

/** Title and description of the page of an API, in plain text. */
export function apiMetadata({spec}: ApiData): {title: string; description: string} {
  const {title, summary, description} = spec.info;
  return {title, description: firstParagraph(summary || description || '')};
}

// A description may be a whole manual in Markdown; the first lines of it tell what the page is.
function firstParagraph(markdown: string): string {
  const paragraph = markdown.split(/\n\s*\n/).find((block) => block.trim() && !block.startsWith('#')) ?? '';
  return paragraph
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
