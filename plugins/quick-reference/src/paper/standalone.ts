import type {CardBlock, RichText} from '@opsbinder/core';
import type {Sheet} from './sheet.js';
import {sheetStyles} from './standalone-styles.js';

type Group = Sheet['groups'][number];
type Entry = Group['entries'][number];

/**
 * A card as one file that needs nothing beside it: no network, no script, no other file. Says the same as the sheet,
 * in the same order.
 */
export function standaloneHtml(sheet: Sheet): string {
  const {language, direction, title, validity, warnings, groups, sources, qr} = sheet;
  const doNot = groups.filter(({section}) => section === 'do_not');
  const others = groups.filter(({section}) => section !== 'do_not');
  return `<!doctype html>
<html lang="${text(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<style>${sheetStyles()}</style>
</head>
<body>
<main>
<header>
<div>
<h1>${text(title)}</h1>
<dl>${[sheet.rightIf, sheet.emergency].map(condition).join('')}</dl>
<p class="validity">${text(validity)}</p>
${warnings.map((line) => `<p class="warning"><strong>${text(line)}</strong></p>`).join('\n')}
</div>
<svg viewBox="-4 -4 ${qr.size + 8} ${qr.size + 8}" role="img" aria-label="${text(qr.label)}"><path fill="#fff" d="M-4-4h${qr.size + 8}v${qr.size + 8}h-${qr.size + 8}z"/><path fill="#000" d="${qr.path}"/></svg>
</header>
<div class="groups">
${others.map(groupHtml).join('\n')}
</div>
${doNot.map(groupHtml).join('\n')}
<footer>
<h2>${text(sources.title)}</h2>
<ul class="sources">${sources.items
    .map(
      (source) =>
        `<li><span class="number">[${source.number}]</span>&#160;${link(source)}: ${text(source.state)}</li>`,
    )
    .join('')}</ul>
<p>${text(sheet.revision)}</p>
<p>${text(sheet.stillCurrent)} ${link(sheet.address)}</p>
<p class="end">${text(sheet.end)}</p>
</footer>
</main>
</body>
</html>
`;
}

function condition(lines: Sheet['rightIf'] | undefined): string {
  if (!lines) return '';
  const [first = ''] = lines.lines;
  const body =
    lines.lines.length === 1
      ? text(first)
      : `<ul>${lines.lines.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`;
  return `<dt>${text(lines.label)}</dt><dd>${body}</dd>`;
}

function groupHtml(group: Group): string {
  const {section, title, entries} = group;
  return `<section class="${section.replace('_', '-')}">
<h2>${text(title)}</h2>
<ul class="entries">
${entries.map((entry) => `<li>${entryHtml(entry, group)}</li>`).join('\n')}
</ul>
</section>`;
}

function entryHtml({label, source, values, nextCall, blocks, runbook}: Entry, {section}: Group): string {
  const number = `&#160;<span class="number">[${source}]</span>`;
  const name = section === 'do_not' ? text(label) : `<strong>${text(label)}</strong>`;
  const follow = [...values.map(link), ...(nextCall === undefined ? [] : [text(nextCall)])];
  return [
    `<p${section === 'do_not' ? '' : ' class="label"'}>${name}${section === 'procedures' ? '' : number}${follow.map((value) => ` <span>${value}</span>`).join('')}</p>`,
    ...blocks.map(blockHtml),
    ...(runbook ? [`<p>→ ${link(runbook)}${number}</p>`] : []),
  ].join('');
}

function blockHtml(block: CardBlock): string {
  switch (block.kind) {
    case 'command':
      // A line may break between words only: half of a `--option` is another command. A parser drops a line break that
      // comes first.
      return `<pre>\n${block.command
        .split(/(\s+)/)
        .map((part, index) => (index % 2 === 1 || part === '' ? text(part) : `<code>${text(part)}</code>`))
        .join('')}</pre>`;
    case 'text':
      return `<p>${rich(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag} class="steps">${block.items.map((item) => `<li>${rich(item)}</li>`).join('')}</${tag}>`;
    }
  }
}

function rich(runs: readonly RichText[]): string {
  return runs
    .map(({text: words, style, href}) => {
      const inner =
        style === 'code'
          ? `<code>${text(words)}</code>`
          : style
            ? `<strong>${text(words)}</strong>`
            : text(words);
      return href === undefined ? inner : `<a href="${text(href)}">${inner}</a>`;
    })
    .join('');
}

function link({text: words, href}: {text: string; href?: string}): string {
  return href === undefined ? text(words) : `<a href="${text(href)}">${text(words)}</a>`;
}

// HTML cannot hold most control characters, however they are written.
function text(words: string): string {
  return words
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
