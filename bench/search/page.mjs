// What a page of Markdown holds, as the rules for queries see it. It shares no code with the packages: what they
// read wrongly would otherwise be asked wrongly, too.
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {parse as parseYaml} from 'yaml';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

// Named here, not taken from the packages. Of several the first on the page counts.
const MEANING =
  /^(?:meaning|symptoms?|overview|summary|description|introduction|background|what (?:it|this|is|does)\b.*|about\b.*|purpose|problem|when to use\b.*)$/i;

const SHELL = /^(?:sh|bash|zsh|shell|console|shell-?session|shellsession|terminal)$/i;
const CONSOLE = /^(?:console|shell-?session|shellsession|terminal)$/i;
// What a fence must begin with where neither its language nor a prompt says that it is a command.
const COMMAND =
  /^(?:sudo|oc|kubectl|helm|docker|podman|curl|ssh|systemctl|journalctl|psql|redis-cli|git|npm|npx|aws|gcloud|az|terraform|ansible|etcdctl|grep|cat|ls|cd|export|for|openssl|dig|crictl|ceph|virtctl)\s/;

const GOES_ON = /(?:\\|\||&&)$/;

/**
 * @typedef {object} Page
 * @property {string} file path below the folder, with slashes
 * @property {string} title
 * @property {string[]} alerts
 * @property {string[]} headings all below the title, in order
 * @property {string[]} meaning prose of the section that says what the page is about, without code and markup; each a
 *   run of text that no markup cuts
 * @property {string[]} code what stands in code, inline or in fences, a line each
 * @property {string[]} commands
 * @property {string} text everything that a reader sees, one block a line
 */

/**
 * Reads a page.
 *
 * @param {string} file path below the folder
 * @param {string} markdown
 * @returns {Page | undefined} nothing for a page that says itself that it is not to be found: a draft, or unlisted
 */
export function readPage(file, markdown) {
  const {data, body} = splitFrontMatter(markdown);
  if (data.draft === true || data.unlisted === true) return undefined;
  const tree = parser.parse(body);
  const found = {headings: [], meaning: [], code: [], commands: [], text: []};
  const lead = [];
  const first = tree.children.find(({type}) => type !== 'html');
  const h1 = first?.type === 'heading' && first.depth === 1 ? textOf(first) : '';
  const name = file
    .split('/')
    .at(-1)
    .replace(/\.mdx?$/, '');
  const title = squeeze(String(data.title ?? '') || h1 || name);

  // The section that says what the page is about, while it is open; what stands above all headings until one comes.
  let meaning;
  let isLead = true;
  for (const node of tree.children) {
    read(node, found);
    if (node.type === 'heading') {
      if (node === first) continue;
      const heading = squeeze(textOf(node));
      if (heading) found.headings.push(heading);
      isLead = false;
      if (meaning && node.depth > meaning.depth) continue;
      meaning = found.meaning.length === 0 && MEANING.test(heading) ? node : undefined;
    } else if (meaning) {
      prose(node, found.meaning);
    } else if (isLead) {
      prose(node, lead);
    }
  }
  return {
    file,
    title,
    alerts: alertNames(data.alerts, title, name),
    headings: found.headings,
    meaning: found.meaning.length > 0 ? found.meaning : lead,
    code: found.code,
    commands: found.commands,
    text: [title, ...found.text].map(squeeze).filter(Boolean).join('\n'),
  };
}

/** White space as a browser shows it. */
export function squeeze(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** The parts of a name such as `KubePodCrashLooping` or `HTTPErrors5xx`. */
export function wordParts(name) {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter(Boolean);
}

function splitFrontMatter(markdown) {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(markdown);
  if (!match) return {data: {}, body: markdown};
  let data;
  try {
    data = parseYaml(match[1] ?? '');
  } catch {
    // Whoever builds the page says what is wrong with it.
  }
  return {data: data && typeof data === 'object' ? data : {}, body: markdown.slice(match[0].length)};
}

// A title or the name of a file is an alert's name when it is one word in camel case. Files such as `podDebug.md` hold
// anything, so there the first letter must be a capital.
function alertNames(listed, title, name) {
  if (Array.isArray(listed) && listed.length > 0) return listed.map(String);
  const isIdentifier = (text) => /^\p{L}[\p{L}\p{N}]*$/u.test(text) && wordParts(text).length > 1;
  if (isIdentifier(title)) return [title];
  return isIdentifier(name) && /^\p{Lu}/u.test(name) ? [name] : [];
}

function read(node, found) {
  if (node.type === 'code') {
    const lines = node.value.split('\n').map(squeeze).filter(Boolean);
    found.code.push(...lines);
    found.text.push(...lines);
    found.commands.push(...commandsOf(node));
    return;
  }
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    found.text.push(textOf(node));
    codeIn(node, found.code);
    return;
  }
  for (const child of node.children ?? []) read(child, found);
}

function codeIn(node, code) {
  if (node.type === 'inlineCode') code.push(squeeze(node.value));
  for (const child of node.children ?? []) codeIn(child, code);
}

/** The lines of a fence that somebody would copy into a terminal, without prompts. */
function commandsOf({lang, value}) {
  const lines = value.split('\n').map((line) => line.trim());
  const prompt = CONSOLE.test(lang ?? '') ? /^(?:\[[^\]]*\]|[\w.@:~-]+)?[$#%] +(?=\S)/ : /^\$ +(?=\S)/;
  const hasPrompts = lines.some((line) => prompt.test(line));
  if (lang && !SHELL.test(lang)) return [];
  // What a console shows may as well be all output.
  const isScript = lang && !CONSOLE.test(lang);
  if (!isScript && !hasPrompts && !COMMAND.test(lines.find(Boolean) ?? '')) return [];
  const commands = [];
  let goesOn = false;
  for (const line of lines) {
    const isStart = !goesOn && line !== '' && (hasPrompts ? prompt.test(line) : !line.startsWith('#'));
    goesOn = (isStart || goesOn) && GOES_ON.test(line);
    if (isStart) commands.push(squeeze(line.replace(prompt, '').replace(GOES_ON, '')));
  }
  return commands.filter(Boolean);
}

// Text that no markup cuts. A line break in the source is a space.
function prose(node, runs) {
  if (node.type === 'text') runs.push(squeeze(node.value));
  else if (node.type !== 'code' && node.type !== 'table')
    for (const child of node.children ?? []) prose(child, runs);
}

function textOf(node) {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return (node.children ?? []).map(textOf).join('');
}
