import {expect} from 'vitest';
import {readFrontMatter} from '../src/front-matter.js';
import {editFrontMatter, type FrontMatterChange, type FrontMatterValue} from '../src/front-matter-edit.js';
import type {YamlTree} from '../src/yaml-tree.js';

/** A change as one would say it: `to('freshness.reviewed', '2026-11-20')`. */
export const to = (path: string, value: FrontMatterValue, after?: string[]): FrontMatterChange => ({
  path: path.split('.'),
  value,
  ...(after && {after}),
});

export const page = (yaml: string, eol = '\n') =>
  ['---', ...(yaml === '' ? [] : yaml.split('\n')), '---', '', '# Restart the gateway', ''].join(eol);

/** What happens to the YAML of a page; its fences and its text must stay as they are. */
export function edited(yaml: string, ...changes: FrontMatterChange[]): string {
  const [, result] =
    /^---\n([\s\S]*?)\n?---\n\n# Restart the gateway\n$/.exec(editFrontMatter(page(yaml), changes)) ?? [];
  if (result === undefined) throw new Error('The fences or the text have changed');
  expect(editFrontMatter(page(result), changes), 'done twice').toBe(page(result));
  return result;
}

/** The front matter as plain values, every scalar as text. */
export function facts(text: string): Record<string, unknown> {
  const plain = (tree: YamlTree): unknown => {
    if (tree.kind === 'text') return tree.text;
    if (tree.kind === 'list') return tree.items.map(plain);
    return Object.fromEntries(tree.entries.map(({key, value}) => [key, plain(value)]));
  };
  const {tree, findings} = readFrontMatter(text, 'docs/gateway.md');
  expect(findings).toEqual([]);
  return tree ? (plain(tree) as Record<string, unknown>) : {};
}
