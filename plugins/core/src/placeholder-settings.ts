import type {Root} from 'mdast';
import type {Finding} from './findings.js';
import {isSecretName, type PagePlaceholder, placeholderKey, readPlaceholders} from './placeholders.js';
import {describeTree, isNothing, textOf, valueAt, type YamlEntry, type YamlTree} from './yaml-tree.js';

/** What front matter says of one blank. */
export interface PlaceholderSetting {
  name: string;
  key: string;
  /** Line of the page's file on which it is named. */
  line: number;
  description?: string;
  default?: string;
  /** The values to choose from; empty where any will do. */
  options: string[];
  /** A regular expression that the whole value must match. */
  pattern?: string;
  /** Never stored, never in a link. By its name, unless front matter says. */
  secret: boolean;
}

const KEYS = ['description', 'default', 'options', 'pattern', 'secret'] as const;

/**
 * Reads `placeholders` from a page's front matter: a list of names, or a map of names to what is known of them.
 *
 * @param frontMatter the page's, or undefined for a page without
 * @param page its file, for findings, and its Markdown
 * @returns the settings that hold and the blanks of the page, both in order of appearance; a finding for each
 *   value that is not what was expected (it counts as not given) and for each name that stands nowhere in the
 *   page's code
 */
export function placeholderSettings(
  frontMatter: YamlTree | undefined,
  page: {source: string; tree: Root},
): {settings: PlaceholderSetting[]; placeholders: PagePlaceholder[]; findings: Finding[]} {
  const findings: Finding[] = [];
  const report: Report = (rule, level, line, message, hint) =>
    findings.push({rule, level, source: page.source, line, message, hint});
  const settings = withoutTwins(readSettings(valueAt(frontMatter, 'placeholders'), report), report);
  const placeholders = readPlaceholders(page.tree, {listed: settings.map(({name}) => name)});
  const onPage = new Set(placeholders.map(({key}) => key));
  for (const {name, key, line} of settings) {
    if (onPage.has(key)) continue;
    report(
      'placeholder-unused',
      'warning',
      line,
      `placeholders: "${name}" stands nowhere in the page's code. ${expectedNames(placeholders)}`,
      `Write <${name}> where it is to be filled in, correct the name, or take it away. A variable that the page sets itself is no blank.`,
    );
  }
  return {settings, placeholders, findings};
}

type Report = (rule: string, level: Finding['level'], line: number, message: string, hint: string) => void;

function expectedNames(placeholders: readonly PagePlaceholder[]): string {
  return placeholders.length === 0
    ? 'The page has no blanks'
    : `Expected one of ${placeholders.map(({name}) => name).join(', ')}`;
}

function readSettings(tree: YamlTree | undefined, report: Report): PlaceholderSetting[] {
  if (!tree || (tree.kind === 'text' && isNothing(tree.text.trim()))) return [];
  if (tree.kind === 'map') return tree.entries.flatMap((entry) => readSetting(entry, report) ?? []);
  // One name alone is a list of one, as with other keys.
  const items = tree.kind === 'list' ? tree.items : [tree];
  return items.flatMap((item) => {
    const name = textOf(item);
    if (name !== undefined && placeholderKey(name) !== '') return [plain(name, item.line)];
    report(
      'value-unexpected',
      'error',
      item.line,
      `placeholders holds ${describeTree(item)}. Expected names`,
      'Write "placeholders: [pod, namespace]", or each as "name:" with its description below it.',
    );
    return [];
  });
}

function plain(name: string, line: number): PlaceholderSetting {
  return {name, key: placeholderKey(name), line, options: [], secret: isSecretName(name)};
}

function readSetting({key: name, value, line}: YamlEntry, report: Report): PlaceholderSetting | undefined {
  if (placeholderKey(name) === '') {
    report(
      'value-unexpected',
      'error',
      line,
      `placeholders: "${name}" is no name. Expected letters or digits`,
      'Write the name as it stands in the code, without its signs.',
    );
    return undefined;
  }
  const setting = plain(name, line);
  if (value.kind === 'text' && isNothing(value.text.trim())) return setting;
  if (value.kind !== 'map') {
    report(
      'value-unexpected',
      'error',
      value.line,
      `placeholders: ${name} is ${describeTree(value)}. Expected a map of ${KEYS.join(', ')}`,
      `Write "${name}:" and "  description: …" below it.`,
    );
    return setting;
  }
  for (const entry of value.entries) {
    if ((KEYS as readonly string[]).includes(entry.key)) continue;
    report(
      'placeholder-key-unknown',
      'warning',
      entry.line,
      `placeholders: ${name} has a key "${entry.key}". Expected one of ${KEYS.join(', ')}`,
      'Correct the key, or take it away.',
    );
  }
  const read = new SettingReader(name, value, report);
  const options = read.options();
  const pattern = read.pattern();
  const secret = read.secret() ?? setting.secret;
  return {
    ...setting,
    description: read.text('description')?.text,
    options,
    pattern,
    secret,
    default: read.default(options, pattern, secret),
  };
}

class SettingReader {
  constructor(
    private readonly name: string,
    private readonly tree: YamlTree,
    private readonly report: Report,
  ) {}

  text(key: string): {text: string; line: number} | undefined {
    const value = valueAt(this.tree, key);
    const text = textOf(value);
    if (!value || (value.kind === 'text' && text === undefined)) return undefined;
    if (text !== undefined) return {text, line: value.line};
    this.unexpected(value, key, 'one value', `Write "${key}: value" on one line.`);
    return undefined;
  }

  options(): string[] {
    const value = valueAt(this.tree, 'options');
    if (!value || (value.kind === 'text' && isNothing(value.text.trim()))) return [];
    const mend = 'Write "options: [staging, production]".';
    if (value.kind !== 'list') {
      this.unexpected(value, 'options', 'a list', mend);
      return [];
    }
    const texts = value.items.flatMap((item) => {
      const text = textOf(item);
      if (text === undefined) this.unexpected(item, 'options', 'a list of texts', mend);
      return text ?? [];
    });
    return [...new Set(texts)];
  }

  pattern(): string | undefined {
    const found = this.text('pattern');
    if (!found || matcher(found.text)) return found?.text;
    this.report(
      'placeholder-pattern-invalid',
      'error',
      found.line,
      `placeholders: the pattern of ${this.name}, "${found.text}", is no regular expression. Expected such as [a-z0-9-]+`,
      'Correct it; put it between apostrophes, so that YAML leaves its backslashes alone.',
    );
    return undefined;
  }

  secret(): boolean | undefined {
    const found = this.text('secret');
    if (!found) return undefined;
    if (/^(?:true|false)$/i.test(found.text)) return found.text.toLowerCase() === 'true';
    this.report(
      'value-unexpected',
      'error',
      found.line,
      `placeholders: secret of ${this.name} is "${found.text}". Expected true or false`,
      'Write "secret: true".',
    );
    // Whoever writes the key fears for the value.
    return true;
  }

  default(options: readonly string[], pattern: string | undefined, secret: boolean): string | undefined {
    const found = this.text('default');
    if (!found) return undefined;
    if (secret) {
      this.report(
        'placeholder-secret-default',
        'error',
        found.line,
        `placeholders: ${this.name} is secret and has a default, which everybody can read. Expected none`,
        'Take the default away, and change the secret if it was real; or write "secret: false".',
      );
      return undefined;
    }
    const wrong =
      options.length > 0 && !options.includes(found.text)
        ? `one of its options: ${options.join(', ')}`
        : pattern !== undefined && !matcher(pattern)?.test(found.text)
          ? `what its pattern says: ${pattern}`
          : undefined;
    if (wrong === undefined) return found.text;
    this.report(
      'placeholder-default-invalid',
      'error',
      found.line,
      `placeholders: the default of ${this.name} is "${found.text}". Expected ${wrong}`,
      'Correct the default, or what it is checked against.',
    );
    return undefined;
  }

  private unexpected(value: YamlTree, key: string, expected: string, hint: string): void {
    this.report(
      'value-unexpected',
      'error',
      value.line,
      `placeholders: ${key} of ${this.name} is ${describeTree(value)}. Expected ${expected}`,
      hint,
    );
  }
}

/** A pattern as a browser's form reads it: the whole value must match. */
function matcher(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return undefined;
  }
}

function withoutTwins(settings: readonly PlaceholderSetting[], report: Report): PlaceholderSetting[] {
  const first = new Map<string, PlaceholderSetting>();
  for (const setting of settings) {
    const other = first.get(setting.key);
    if (!other) first.set(setting.key, setting);
    else {
      report(
        'placeholder-twice',
        'error',
        setting.line,
        `placeholders: "${setting.name}" is the same blank as "${other.name}" of line ${other.line}. Expected each once`,
        'Take one away. Capitals, "-", "_" and blanks make no difference.',
      );
    }
  }
  return [...first.values()];
}
