import fs from 'node:fs';
import path from 'node:path';
import type {ParseFrontMatter} from '@docusaurus/types';
import {posixPath} from '@docusaurus/utils';
import {type Finding, readFrontMatter, splitFrontMatter} from '@opsbinder/core';
import {buildStore} from './store.js';

type FrontMatter = Record<string, unknown>;

// What Docusaurus demands of the keys that other tools use too, each in its own way.
const STRINGS = [
  'id',
  'title',
  'description',
  'slug',
  'image',
  'sidebar_label',
  'sidebar_class_name',
  'sidebar_key',
  'pagination_label',
  'pagination_next',
  'pagination_prev',
  'displayed_sidebar',
  'custom_edit_url',
];
const LISTS = ['tags', 'keywords'];
const BOOLEANS = ['draft', 'unlisted', 'hide_title', 'hide_table_of_contents', 'parse_number_prefixes'];
const NUMBERS = ['sidebar_position', 'toc_min_heading_level', 'toc_max_heading_level'];

/**
 * Makes Docusaurus's front matter reader take old pages as they are: YAML that does not parse no longer
 * throws (the handbook reports it with file and line, beside everything else that is wrong), and values that
 * Docusaurus would refuse, written for another tool, are converted or left out with a warning.
 *
 * @param next the site's own reader, which still does the parsing
 * @param siteDir the site's folder, to name files by
 */
export function tolerantFrontMatter(next: ParseFrontMatter, siteDir: string): ParseFrontMatter {
  return async (params) => {
    const source = posixPath(path.relative(siteDir, params.filePath));
    const {findings} = readFrontMatter(params.fileContent, source);
    const {yaml, body} = splitFrontMatter(params.fileContent);
    const store = buildStore().frontMatterFindings;
    if (yaml === undefined || findings.length > 0) {
      setFindings(store, params.filePath, findings);
      return {frontMatter: {}, content: body.trim()};
    }
    let parsed: Awaited<ReturnType<ParseFrontMatter>>;
    try {
      parsed = await next(params);
    } catch (error) {
      setFindings(store, params.filePath, [refusedFinding(error, source)]);
      return {frontMatter: {}, content: body.trim()};
    }
    const repaired = repairFrontMatter(parsed.frontMatter, (image) =>
      fs.existsSync(path.resolve(path.dirname(params.filePath), image)),
    );
    setFindings(
      store,
      params.filePath,
      repaired.dropped.map((key) => droppedFinding(key, parsed.frontMatter[key], source, params.fileContent)),
    );
    return {...parsed, frontMatter: repaired.frontMatter};
  };
}

/**
 * Front matter with the types that Docusaurus asks for.
 *
 * @param fileExists whether an image beside the page is there; Docusaurus would not build without it
 * @returns the front matter, and the keys whose values could not be kept
 */
export function repairFrontMatter(
  frontMatter: FrontMatter,
  fileExists: (path: string) => boolean = () => true,
): {frontMatter: FrontMatter; dropped: string[]} {
  const repaired: FrontMatter = {...frontMatter};
  const dropped: string[] = [];
  const keep = (key: string, value: unknown) => {
    if (value === undefined) {
      delete repaired[key];
      if (frontMatter[key] !== null && frontMatter[key] !== '') dropped.push(key);
    } else {
      repaired[key] = value;
    }
  };
  for (const key of Object.keys(frontMatter)) {
    const value = frontMatter[key];
    if (key === 'image' && typeof value === 'string' && value.startsWith('./') && !fileExists(value)) {
      keep(key, undefined);
    } else if (STRINGS.includes(key)) keep(key, repairString(key, value));
    else if (LISTS.includes(key)) keep(key, repairList(value));
    else if (BOOLEANS.includes(key)) keep(key, repairBoolean(value));
    else if (NUMBERS.includes(key)) keep(key, repairNumber(key, value));
    else if (key === 'last_update') keep(key, repairLastUpdate(value));
    else if (key === 'sidebar_custom_props') keep(key, isMap(value) ? value : undefined);
  }
  return {frontMatter: repaired, dropped};
}

function repairString(key: string, value: unknown): string | null | undefined {
  if (
    value === null &&
    ['pagination_next', 'pagination_prev', 'displayed_sidebar', 'custom_edit_url'].includes(key)
  ) {
    return null;
  }
  const text = scalarText(value);
  if (text === undefined) return undefined;
  if (text === '') return key === 'title' || key === 'description' ? '' : undefined;
  // Docusaurus takes an id for the last part of a path.
  return key === 'id' && text.includes('/') ? undefined : text;
}

function repairList(value: unknown): unknown[] | undefined {
  const items = typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
  if (!Array.isArray(items)) return undefined;
  return items.flatMap((item: unknown): unknown[] => {
    if (isMap(item) && typeof item.label === 'string' && typeof item.permalink === 'string') return [item];
    const text = scalarText(item);
    return text ? [text] : [];
  });
}

function repairBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function repairNumber(key: string, value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  const isLevel = key !== 'sidebar_position';
  return isLevel && (number < 2 || number > 6) ? undefined : number;
}

// An author, a date, or both; Docusaurus refuses the page over anything else.
function repairLastUpdate(value: unknown): Record<string, unknown> | undefined {
  if (!isMap(value)) return undefined;
  const {author, date} = value;
  const isDate = date === undefined || !Number.isNaN(new Date(date as string).getTime());
  const isAuthor = author === undefined || typeof author === 'string';
  return isDate && isAuthor && (author !== undefined || date !== undefined) ? value : undefined;
}

function scalarText(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function setFindings(store: Map<string, Finding[]>, file: string, findings: Finding[]): void {
  if (findings.length > 0) store.set(file, findings);
  else store.delete(file);
}

// What YAML allows and Docusaurus's reader does not, such as tags of another program.
function refusedFinding(error: unknown, source: string): Finding {
  const {reason, message, mark} = error as {reason?: string; message?: string; mark?: {line?: number}};
  return {
    rule: 'yaml-unsupported',
    level: 'error',
    source,
    line: (mark?.line ?? 0) + 1,
    message: `Docusaurus cannot read the front matter: ${reason ?? message}`,
    hint: 'Write plain keys and values, without ! tags; put quotes around a value that begins with ! or *.',
  };
}

function droppedFinding(key: string, value: unknown, source: string, text: string): Finding {
  const line = text.split(/\r?\n/).findIndex((candidate) => candidate.startsWith(`${key}:`)) + 1;
  return {
    rule: 'front-matter-unusable',
    level: 'warning',
    source,
    line: Math.max(1, line),
    message: `${key}: ${JSON.stringify(value)} is not what Docusaurus expects of this key, so it is left out`,
    hint: `Rename the key if it is meant for another tool, or see Docusaurus's list of front matter keys for ${key}.`,
  };
}
