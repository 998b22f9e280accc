import type {Finding} from './findings.js';
import {describeTree, parseYamlTree, textOf, valueAt, type YamlTree} from './yaml-tree.js';

/** A team or a person who answers for pages, as `owners.yml` names them. */
export interface Owner {
  /** Key in `owners.yml`, used as `owner:` in front matter. */
  id: string;
  name: string;
  chat?: string;
  phone?: string;
  email?: string;
  /** Address of the on-call rota. */
  oncall?: string;
  /** Id of the owner to turn to next. */
  escalatesTo?: string;
}

const OWNER_KEYS: readonly string[] = ['name', 'chat', 'phone', 'email', 'oncall', 'escalates_to'];

/** All owners by id, in the order in which the file lists them. */
export type Owners = ReadonlyMap<string, Owner>;

/**
 * Reads `owners.yml`.
 *
 * @param text the file's text
 * @param source its path relative to the site, for findings
 * @returns the owners that could be read, and a finding for each mistake
 */
export function readOwners(text: string, source: string): {owners: Owners; findings: Finding[]} {
  const {tree, findings} = parseYamlTree(text, source);
  const owners = new Map<string, Owner>();
  if (tree && tree.kind !== 'map') {
    findings.push(invalid(source, tree, 'the file', 'a map of owner ids'));
  }
  for (const {key, value} of tree?.kind === 'map' ? tree.entries : []) {
    if (value.kind !== 'map') {
      findings.push(invalid(source, value, `"${key}"`, 'a map with name, chat, phone, email'));
      continue;
    }
    for (const entry of value.entries) {
      if (OWNER_KEYS.includes(entry.key) && entry.value.kind === 'text') continue;
      findings.push({
        rule: 'owners-key-unknown',
        level: 'warning',
        source,
        line: entry.line,
        message: OWNER_KEYS.includes(entry.key)
          ? `${entry.key} of "${key}" is ${describeTree(entry.value)}. Expected one value`
          : `"${entry.key}" of "${key}" means nothing here. Expected one of ${OWNER_KEYS.join(', ')}`,
        hint: 'Correct it, or take it out.',
      });
    }
    const read = (name: string) => textOf(valueAt(value, name));
    owners.set(key, {
      id: key,
      name: read('name') ?? key,
      chat: read('chat'),
      phone: read('phone'),
      email: read('email'),
      oncall: read('oncall'),
      escalatesTo: read('escalates_to'),
    });
  }
  for (const {key, value} of tree?.kind === 'map' ? tree.entries : []) {
    const next = owners.get(key)?.escalatesTo;
    if (next && !owners.has(next)) {
      findings.push({
        rule: 'owner-unknown',
        level: 'error',
        source,
        line: valueAt(value, 'escalates_to')?.line ?? value.line,
        message: `escalates_to: "${next}" is not an owner. Expected one of ${[...owners.keys()].join(', ')}`,
        hint: `Add "${next}" to ${source}, or name one that is there.`,
      });
    }
  }
  return {owners, findings};
}

/**
 * Whom to turn to, one after the other, beginning with the owner. A circle ends where it would begin again.
 */
export function escalationChain(owners: Owners, id: string): Owner[] {
  const chain: Owner[] = [];
  for (let owner = owners.get(id); owner && !chain.includes(owner); ) {
    chain.push(owner);
    owner = owner.escalatesTo === undefined ? undefined : owners.get(owner.escalatesTo);
  }
  return chain;
}

function invalid(source: string, tree: YamlTree, what: string, expected: string): Finding {
  return {
    rule: 'owners-invalid',
    level: 'error',
    source,
    line: tree.line,
    message: `${what} is ${describeTree(tree)}. Expected ${expected}`,
    hint: 'Write an owner as "platform:" with "  name: Platform team" on the next line.',
  };
}
