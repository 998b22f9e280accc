import type {Card} from '@opsbinder/core';
import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {decodeQr, openPdf, readPdf} from '../../../tests/support/pdf.js';
import type {CardPapers} from '../src/paper/make-papers.js';
import {cardOf, LIVE_URL, papersOf, sheetOn, siteIn} from './papers-of.js';

const PAGE = `---
title: Database failover
last_reviewed_on: 2026-11-01
quick_reference:
  right_if: [the database does not answer]
  emergency: [data is lost]
  contacts: [sre]
  urls: [{label: Grafana, url: https://grafana.example.com/d/recon}]
  commands: [{label: Pods, command: kubectl -n <namespace> get pods}]
  procedures: [{label: Primary is gone, steps: [Wait 5 minutes, Promote the replica]}]
  do_not: [Never start the old primary again]
---
`;
const OVERDUE = `---
last_reviewed_on: 2026-01-01
quick_reference: {do_not: [Do not deploy at night]}
---
`;

/** The words of a sheet in one line. */
async function wordsOf(file: Buffer): Promise<string> {
  const [page] = await readPdf(file);
  return (page?.text ?? '').replace(/\s+/g, ' ');
}

/** The size of the type in which a text is set, in points. */
async function sizeOf(file: Buffer, text: string): Promise<number> {
  const page = await (await openPdf(file)).getPage(1);
  const {items} = await page.getTextContent();
  const found = items.find((item) => 'str' in item && item.str.includes(text));
  if (!found || !('height' in found)) throw new Error(`"${text}" is not on the sheet`);
  return found.height;
}

let papers: CardPapers;
beforeAll(async () => {
  papers = await papersOf(cardOf({failover: PAGE, night: OVERDUE}));
});

describe('a sheet', () => {
  test.each([
    {paper: 'a4' as const, width: 595.276, height: 841.89},
    {paper: 'letter' as const, width: 612, height: 792},
  ])('is one page of $paper', async ({paper, width, height}) => {
    const pages = await readPdf(sheetOn(papers, paper));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.width).toBeCloseTo(width, 1);
    expect(pages[0]?.height).toBeCloseTo(height, 1);
    expect(papers.findings).toEqual([]);
  });

  test('says everything in the order in which it is read', async () => {
    const words = await wordsOf(sheetOn(papers, 'a4'));
    const expected = [
      'Reconciliation',
      'Right card if',
      'the database does not answer',
      'Emergency?',
      'data is lost',
      'As of 20 Nov 2026.',
      'OVERDUE: 1 page behind this card. Check before you act.',
      'Contacts',
      'SRE',
      '#sre',
      '+44 20 7946 0021',
      'then: Lead +44 20 7946 0090',
      'Critical addresses',
      'Grafana',
      'grafana.example.com/d/recon',
      'Commands',
      'Pods',
      'kubectl -n <namespace> get pods',
      'Emergency procedures',
      'Primary is gone',
      'Wait 5 minutes',
      'Promote the replica',
      'Do not',
      'Never start the old primary again',
      'Do not deploy at night',
      'Sources',
      'Fresh',
      'Overdue, 1 Apr 2026',
      `Revision ${papers.gathered.card.revision} of 20 Nov 2026, commit 7adc021`,
      'Still current? Ask here: ops.example.com/quick-reference/site/',
      'End of card',
    ];
    let from = 0;
    for (const text of expected) {
      const at = words.indexOf(text, from);
      expect(at, `"${text}" after "${words.slice(Math.max(0, from - 60), from)}" in ${words}`).not.toBe(-1);
      from = at + text.length;
    }
  });

  test('has a code that leads to its live page', async () => {
    expect(await decodeQr(sheetOn(papers, 'a4'))).toBe(LIVE_URL);
    expect(await decodeQr(sheetOn(papers, 'letter'))).toBe(LIVE_URL);
  });

  test('is tagged for readers that read aloud, and says that it is PDF/UA-1', async () => {
    const bytes = sheetOn(papers, 'a4');
    const pdf = await openPdf(bytes);
    const {info, metadata} = await pdf.getMetadata();
    expect(info).toMatchObject({Title: 'Reconciliation', Language: 'en'});
    expect(metadata?.getRaw()).toMatch(/pdfuaid:part>1</);
    expect(await pdf.getMarkInfo()).toMatchObject({Marked: true});
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'L', 'LI', 'Figure', 'Link']) expect(tree).toContain(`"role":"${role}"`);
    expect(tree).toContain('"alt":"QR code: is this card still current?"');
  });

  test('has every font inside', async () => {
    const text = sheetOn(papers, 'a4').toString('latin1');
    const descriptors = text.match(/\/Type\s*\/FontDescriptor/g) ?? [];
    expect(descriptors.length).toBeGreaterThan(1);
    expect(text.match(/\/FontFile[23]/g)).toHaveLength(descriptors.length);
  });

  test('is the same, byte for byte, when it is made again', async () => {
    const again = await papersOf(cardOf({failover: PAGE, night: OVERDUE}));
    for (const paper of ['a4', 'letter'] as const) {
      expect(sheetOn(again, paper).equals(sheetOn(papers, paper))).toBe(true);
    }
  });

  test('is in the language of the site', async () => {
    const site = siteIn('de', {
      'opsbinder.card.contacts': 'Kontakte',
      'opsbinder.card.overdue': 'ÜBERFÄLLIG: {count} Seite.|ÜBERFÄLLIG: {count} Seiten.',
    });
    const german = await papersOf(cardOf({failover: PAGE, night: OVERDUE}), {site});
    const bytes = sheetOn(german, 'a4');
    const words = await wordsOf(bytes);
    expect(words).toContain('Kontakte');
    expect(words).toContain('ÜBERFÄLLIG: 1 Seite.');
    expect(words).toContain('20. Nov. 2026');
    const {info} = await (await openPdf(bytes)).getMetadata();
    expect(info).toMatchObject({Language: 'de'});
    expect(german.html).toMatch(/<html lang="de" dir="ltr">/);
  });

  test('of a language that is written from the right begins there', async () => {
    const card: Card = {...cardOf({failover: PAGE}), title: 'بطاقة'};
    const arabic = await papersOf(card, {site: siteIn('ar')});
    expect(await readPdf(sheetOn(arabic, 'a4'))).toHaveLength(1);
    expect(arabic.html).toMatch(/<html lang="ar" dir="rtl">/);
  });
});

describe('the size of the type', () => {
  const many = (count: number) =>
    `---\nquick_reference:\n  do_not:\n${Array.from({length: count}, (_, index) => `    - Never do ${index}\n`).join('')}---\n`;

  test('is larger where there is little to say', async () => {
    const short = await sizeOf(sheetOn(await papersOf(cardOf({a: many(1)})), 'a4'), 'Never do 0');
    const long = await sizeOf(sheetOn(await papersOf(cardOf({a: many(90)})), 'a4'), 'Never do 0');
    expect(short).toBe(12);
    expect(long).toBeLessThan(short);
    expect(long).toBeGreaterThanOrEqual(9);
  });

  test('is never smaller than the option says', async () => {
    const {pdfs, findings} = await papersOf(cardOf({a: many(90)}), {leastPoints: 11.5});
    expect(pdfs).toEqual([]);
    expect(findings.map(({rule}) => rule)).toEqual(['card-too-long']);
  });
});

describe('words come out as they were typed', () => {
  const HOSTILE = [
    '#',
    '$',
    '\\',
    '*',
    '_',
    '@',
    '<',
    '>',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '`',
    '=',
    '/',
    '~',
    '-',
  ];
  const hostile = fc
    .array(fc.constantFrom(...HOSTILE, 'a', 'Z', '7', '#let', '//', '/*', '#{', '\\u{41}', '<fit>', '$x$'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(''));

  test('in labels, addresses, commands and steps, whatever they mean in markup', async () => {
    const card = cardOf({failover: PAGE});
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, async (label, command, step, title) => {
        const written: Card = {
          ...card,
          title,
          sections: card.sections.map(({section, entries}) => ({
            section,
            entries: entries.map((entry) => ({
              ...entry,
              label,
              blocks: [
                {kind: 'command' as const, command},
                {kind: 'text' as const, text: [{text: step}]},
                {kind: 'list' as const, ordered: true, items: [[{text: step, style: 'code' as const}]]},
              ],
            })),
          })),
        };
        const made = await papersOf(written);
        const words = (await wordsOf(sheetOn(made, 'a4'))).replace(/\s/g, '');
        for (const text of [label, command, step, title]) expect(words).toContain(text);
      }),
      {numRuns: 15},
    );
  });

  test('or are told, whatever they are', async () => {
    const card = cardOf({failover: PAGE});
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'binary', minLength: 1, maxLength: 12}), async (label) => {
        const written: Card = {
          ...card,
          sections: card.sections.map(({section, entries}) => ({
            section,
            entries: entries.map((entry) => ({
              ...entry,
              label,
              blocks: [{kind: 'command' as const, command: label}],
            })),
          })),
        };
        const {pdfs, findings} = await papersOf(written);
        expect(pdfs.length > 0 || findings.every(({rule}) => rule === 'card-glyph-missing')).toBe(true);
        expect(pdfs.length + findings.length).toBeGreaterThan(0);
      }),
      {numRuns: 15},
    );
  });

  test('also half a character, and in any language', async () => {
    const card: Card = {...cardOf({failover: PAGE}), title: 'Half \ud83d'};
    for (const language of ['es-419', 'zh-Hans', 'gsw', 'x-own', 'root']) {
      const {pdfs, findings} = await papersOf(card, {site: siteIn(language)});
      expect(pdfs.length + findings.length, language).toBeGreaterThan(0);
    }
  });

  test('and nothing is lost beyond the edge of a column', async () => {
    const long = `https://example.com/${'a-very-long-path/'.repeat(12)}`;
    const word = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle'.repeat(2);
    const made = await papersOf(
      cardOf({
        a: `---\nquick_reference:\n  urls: [{label: Long, url: "${long}"}]\n  commands: [{label: Get, command: curl -fsS ${long}}]\n  do_not: [${word}]\n---\n`,
      }),
    );
    const bytes = sheetOn(made, 'a4');
    const page = await (await openPdf(bytes)).getPage(1);
    const {items} = await page.getTextContent();
    const right = Math.max(...items.map((item) => ('str' in item ? item.transform[4] + item.width : 0)));
    expect(right).toBeLessThanOrEqual(595.3 - 28);
    const words = (await wordsOf(bytes)).replace(/\s/g, '');
    expect(words).toContain(long.replace('https://', ''));
    expect(words).toContain(`curl-fsS${long}`);
    expect(words).toContain(word);
  });

  test('and a command breaks between its words only', async () => {
    const command = `kubectl ${Array.from({length: 14}, (_, index) => `--option-number-${index}=x`).join(' ')}`;
    const made = await papersOf(
      cardOf({a: `---\nquick_reference:\n  commands: [{label: Get, command: ${command}}]\n---\n`}),
    );
    const [page] = await readPdf(sheetOn(made, 'letter'));
    for (const word of command.split(' ')) expect(page?.text.split(/\s+/)).toContain(word);
  });
});
