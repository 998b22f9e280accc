import type {Root, RootContent} from 'mdast';
import {pageRecordModule} from './page-records.js';

/** The variable under which a page's Markdown holds its record. */
const RECORD = 'opsbinderPage';
const HEADER = 'OpsbinderPageHeader';

type Attribute = {type: 'mdxJsxAttribute'; name: string; value?: unknown};

/**
 * An element of a theme component in a Markdown tree. It renders in CommonMark and in MDX alike, through the
 * components that `@theme/MDXComponents` names.
 *
 * @param kind `flow` for a block, `text` inside a line
 * @param name the component
 * @param attributes values by name; `true` stands alone, undefined is left out
 */
export function componentNode(
  kind: 'flow' | 'text',
  name: string,
  attributes: Record<string, string | true | undefined> = {},
  children: unknown[] = [],
): RootContent {
  return {
    type: kind === 'flow' ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]): Attribute[] =>
      value === undefined ? [] : [{type: 'mdxJsxAttribute', name: key, value: value === true ? null : value}],
    ),
    children,
  } as unknown as RootContent;
}

/**
 * Makes a page's Markdown import its record.
 *
 * @param tree the page
 * @param file the path of its source file
 * @returns the attribute that hands the record to an element as `page`, or undefined for a file that is no
 *   page of the handbook (a partial, a blog post)
 */
export function importPageRecord(tree: Root, file: string | undefined): Attribute | undefined {
  const module = pageRecordModule(file);
  if (module === undefined) return undefined;
  addImport(tree, module, {type: 'ImportDefaultSpecifier', local: {type: 'Identifier', name: RECORD}});
  const estree = {
    type: 'Program',
    sourceType: 'module',
    comments: [],
    body: [{type: 'ExpressionStatement', expression: {type: 'Identifier', name: RECORD}}],
  };
  return {
    type: 'mdxJsxAttribute',
    name: 'page',
    value: {type: 'mdxJsxAttributeValueExpression', value: RECORD, data: {estree}},
  };
}

/**
 * Makes a page's Markdown import a component, so that its script is loaded with the pages that use it alone;
 * what `@theme/MDXComponents` names is loaded with every page.
 *
 * @param module such as `@theme/Runbook`
 * @param name what the module exports, and the name of the element
 */
export function importComponent(tree: Root, module: string, name: string): void {
  const identifier: Identifier = {type: 'Identifier', name};
  addImport(tree, module, {type: 'ImportSpecifier', local: identifier, imported: identifier});
}

/**
 * Puts a part into the header of a page, which stands below its title. Plugins add their parts one by one;
 * the header is there once.
 */
export function addToPageHeader(tree: Root, file: string | undefined, part: 'runbook' | 'freshness'): void {
  const page = importPageRecord(tree, file);
  if (!page) return;
  const present = tree.children.find(isNamed(HEADER)) as {attributes: Attribute[]} | undefined;
  if (present) {
    present.attributes.push({type: 'mdxJsxAttribute', name: part, value: null} as Attribute);
    return;
  }
  const header = componentNode('flow', HEADER, {[part]: true}) as unknown as {attributes: Attribute[]};
  header.attributes.push(page);
  tree.children.splice(headerIndex(tree), 0, header as unknown as RootContent);
}

/** Adds an attribute made by {@link importPageRecord} to a node made by {@link componentNode}. */
export function withPageRecord(node: RootContent, page: Attribute | undefined): RootContent {
  if (page) (node as unknown as {attributes: Attribute[]}).attributes.push(page);
  return node;
}

// Docusaurus takes a first heading of level 1 for the title; a page without one gets its title above the text.
function headerIndex(tree: Root): number {
  const first = tree.children.findIndex(({type}) => type === 'heading');
  const heading = tree.children[first];
  if (heading?.type === 'heading' && heading.depth === 1) return first + 1;
  const text = tree.children.findIndex(({type}) => type !== 'yaml');
  return text === -1 ? tree.children.length : text;
}

function isNamed(name: string) {
  return (node: RootContent) => (node as {name?: string}).name === name;
}

type Specifier =
  | {type: 'ImportDefaultSpecifier'; local: Identifier}
  | {type: 'ImportSpecifier'; local: Identifier; imported: Identifier};
type Identifier = {type: 'Identifier'; name: string};

// A module is imported once for each name that a page holds from it.
function addImport(tree: Root, module: string, specifier: Specifier): void {
  const key = `${specifier.local.name} from ${module}`;
  const isThere = tree.children.some(
    (node) => (node as {data?: {opsbinderImport?: string}}).data?.opsbinderImport === key,
  );
  if (isThere) return;
  tree.children.push({
    type: 'mdxjsEsm',
    value: '',
    data: {
      opsbinderImport: key,
      estree: {
        type: 'Program',
        sourceType: 'module',
        body: [
          {
            type: 'ImportDeclaration',
            specifiers: [specifier],
            source: {type: 'Literal', value: module, raw: JSON.stringify(module)},
            attributes: [],
          },
        ],
      },
    },
  } as unknown as RootContent);
}
