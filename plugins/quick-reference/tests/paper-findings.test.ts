import {copyFileSync, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Card, CardEntryView, Finding} from '@opsbinder/core';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {entriesToLeaveOut} from '../src/paper/budget.js';
import {allPapersOf, cardOf, papersOf, sheetOn} from './papers-of.js';

/** Pages of falling urgency, each with a procedure of so many steps. */
function pagesOf(lengths: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    lengths.map((steps, index) => [
      `page-${index}`,
      [
        '---',
        `tier: ${Math.min(index, 3)}`,
        'quick_reference:',
        '  do_not:',
        `    - Never do ${index}`,
        '  procedures:',
        `    - label: Trouble ${index}`,
        '      steps:',
        ...Array.from({length: steps}, (_, step) => `        - Step ${step} of trouble ${index}`),
        '---',
        '',
      ].join('\n'),
    ]),
  );
}

const namedIn = (finding: Finding | undefined) =>
  [...(finding?.hint ?? '').matchAll(/"Trouble (\d+)" \(docs\/page-\d+\.md:(\d+)\)/g)].map(
    ([, index, line]) => ({index: Number(index), line: Number(line)}),
  );

describe('a card that is too long', () => {
  const lengths = [20, 20, 20, 20, 20, 3];

  test('is an error that says by how much, and what to leave out', async () => {
    const {pdfs, findings} = await papersOf(cardOf(pagesOf(lengths)));
    expect(pdfs).toEqual([]);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding).toMatchObject({rule: 'card-too-long', level: 'error'});
    expect(finding?.message).toMatch(
      /^The card "Reconciliation" does not fit one sheet at 9 points: it is longer than A4 by \d+ mm \(\d+ % of a sheet\) and Letter by \d+ mm \(\d+ % of a sheet\)$/,
    );
    const named = namedIn(finding);
    expect(named.length).toBeGreaterThan(0);
    // Whom to call and what never to do stay; the most urgent pages do, too.
    expect(finding?.hint).not.toContain('Never do');
    expect(named.map(({index}) => index)).not.toContain(0);
    expect({source: finding?.source, line: finding?.line}).toEqual({
      source: `docs/page-${named[0]?.index}.md`,
      line: named[0]?.line,
    });
  });

  test('fits once that is left out, and not before', async () => {
    const {findings} = await papersOf(cardOf(pagesOf(lengths)));
    const named = namedIn(findings[0]).map(({index}) => index);
    const without = (indexes: readonly number[]) => {
      const pages = pagesOf(lengths);
      for (const index of indexes) {
        const key = `page-${index}`;
        pages[key] = (pages[key] ?? '').replace(/ {2}procedures:[\s\S]*(?=---)/, '');
      }
      return papersOf(cardOf(pages));
    };
    expect(await without(named)).toMatchObject({findings: [], pdfs: [{paper: 'a4'}, {paper: 'letter'}]});
    const {findings: rest} = await without(named.slice(1));
    expect(rest.map(({rule}) => rule)).toEqual(['card-too-long']);
  });

  test('for one paper keeps its sheet on the other', async () => {
    // Letter is lower than A4: between the two lies a length that fits one of them alone.
    for (let count = 36; count < 60; count += 2) {
      const {pdfs, findings} = await papersOf(cardOf(pagesOf([count, count])));
      if (findings.length === 0) continue;
      expect(pdfs.map(({paper}) => paper)).toEqual(['a4']);
      expect(findings[0]?.message).toMatch(/longer than Letter by \d+ mm/);
      expect(findings[0]?.message).not.toContain('A4');
      return;
    }
    throw new Error('No length was too much');
  });

  test('is told while its pages are fresh: a night that passes makes no card too long', async () => {
    const reviewed = (count: number) =>
      Object.fromEntries(
        Object.entries(pagesOf([count, count, 1, 1, 1, 1, 1, 1, 1, 1])).map(([id, text]) => [
          id,
          text.replace('tier:', 'last_reviewed_on: 2026-11-01\ntier:'),
        ]),
      );
    let fitting = 0;
    for (let count = 18; count < 60; count++) {
      const card = cardOf(reviewed(count));
      const {findings} = await papersOf(card);
      if (findings.length > 0) {
        expect(findings[0]?.message).toContain('at 9 points once its pages are overdue: it');
        break;
      }
      fitting = count;
    }
    const card = cardOf(reviewed(fitting));
    const later = await papersOf({
      ...card,
      sources: card.sources.map((source) => ({
        ...source,
        freshness: {...source.freshness, state: 'overdue' as const},
      })),
    });
    expect(later.pdfs).toHaveLength(2);
  });

  test('is set a few times only, however many entries it has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 1, max: 30}), {minLength: 2, maxLength: 40}),
        fc.integer({min: 60, max: 400}),
        fc.integer({min: 0, max: 30}),
        (lengths, room, surplus) => {
          const card = cardOf(pagesOf(lengths));
          // Not what is reckoned with: each group has a title, and each page takes a line at the foot.
          const heightOf = ({blocks}: CardEntryView) =>
            10 + 12 * blocks.flatMap((block) => ('items' in block ? block.items : [])).length;
          const overOf = ({sections, sources}: Card) =>
            sections.flatMap(({entries}) => entries).reduce((sum, entry) => sum + heightOf(entry) / 2, 0) +
            sections.length * surplus +
            sources.length * 5 -
            room;
          fc.pre(overOf(card) > 0);
          let tries = 0;
          const heights = card.sections.map(({entries}) => entries.map(heightOf));
          const out = entriesToLeaveOut(
            card,
            [{paper: 'a4', points: overOf(card), share: 1, heights}],
            (shorter) => {
              tries++;
              return overOf(shorter);
            },
          );
          expect(tries).toBeLessThanOrEqual(16 + (out?.length ?? 0));
          if (!out) return;
          const gone = new Set(out.map(({entry}) => entry));
          const sections = card.sections
            .map(({section, entries}) => ({section, entries: entries.filter((entry) => !gone.has(entry))}))
            .filter(({entries}) => entries.length > 0);
          const used = new Set(sections.flatMap(({entries}) => entries.map(({source}) => source)));
          const sources = card.sources.filter((_, index) => used.has(index));
          expect(overOf({...card, sections, sources})).toBeLessThanOrEqual(0);
        },
      ),
      {numRuns: 60},
    );
  });

  test('as many others are is told so, and for the first of them alone what to leave out', async () => {
    const card = cardOf(pagesOf(lengths));
    const made = await allPapersOf(Array.from({length: 10}, () => card));
    const hints = made.map(({findings: [finding]}) => finding?.hint);
    expect(hints.slice(0, 8).every((hint) => hint?.startsWith('It fits without "Trouble'))).toBe(true);
    expect(hints.slice(8).every((hint) => hint?.startsWith('Leave out its least urgent entries'))).toBe(true);
  });

  test('for what its head says is told to shorten that', async () => {
    const lines = Array.from({length: 90}, (_, index) => `    - it is trouble number ${index}\n`).join('');
    const {findings} = await papersOf(
      cardOf({a: `---\nquick_reference:\n  do_not: [x]\n  right_if:\n${lines}---\n`}),
    );
    expect(findings[0]).toMatchObject({rule: 'card-too-long', source: 'docs/a.md'});
    expect(findings[0]?.hint).toContain('shorten what it is for');
  });
});

describe('a character that no font has', () => {
  const page = (label: string) =>
    `---\nquick_reference:\n  do_not:\n    - Never sleep\n    - ${JSON.stringify(label)}\n---\n`;

  test.each([
    {label: 'Never 休 twice', said: 'The character "休" (U+4F11, CJK UNIFIED IDEOGRAPH-4F11)'},
    {label: 'Burning \u{1F9EF}', said: 'The character "\u{1F9EF}" (U+1F9EF, an emoji)'},
    {label: 'ไม่', said: 'a sign of the script Thai'},
  ])('is an error that names it and its place: $label', async ({label, said}) => {
    const {pdfs, findings} = await papersOf(cardOf({a: page(label)}));
    expect(pdfs).toEqual([]);
    expect(findings[0]).toMatchObject({
      rule: 'card-glyph-missing',
      level: 'error',
      source: 'docs/a.md',
      line: 5,
    });
    expect(findings[0]?.message).toContain(said);
    expect(findings[0]?.message).toContain(`in "${label}" of the card "Reconciliation"`);
  });

  test('is told once, with all others beside it', async () => {
    const {findings} = await papersOf(cardOf({a: page('休 休 日')}));
    expect(findings.map(({message}) => message.slice(0, 17))).toEqual([
      'The character "休"',
      'The character "日"',
    ]);
  });

  test.each(['Ελληνικά', 'Кириллица', 'عربي', 'naïve → ✓ ≥ ☐ ⚠ €'])('is none of these: %s', async (label) => {
    const made = await papersOf(cardOf({a: page(label)}));
    expect(made.findings).toEqual([]);
    expect(sheetOn(made, 'a4').length).toBeGreaterThan(1000);
  });

  test('is mended by a font of the site’s own', async () => {
    // Mathematical letters, which the fonts for prose do not have.
    const label = 'Never 𝓐';
    const bare = await papersOf(cardOf({a: page(label)}));
    expect(bare.findings.map(({rule}) => rule)).toEqual(['card-glyph-missing']);
    const font = path.relative(__dirname, require.resolve('dejavu-fonts-ttf/ttf/DejaVuMathTeXGyre.ttf'));
    const mended = await papersOf(cardOf({a: page(label)}), {fonts: [font]});
    expect(mended.findings).toEqual([]);
    expect(mended.pdfs).toHaveLength(2);
  });
});

describe('the option fonts', () => {
  test('names what is not there', async () => {
    await expect(papersOf(cardOf({}), {fonts: ['fonts/none.ttf']})).rejects.toThrow(
      /option fonts of quick-reference names "fonts\/none\.ttf"\. There is no .*none\.ttf/,
    );
  });

  test('names a folder without a font', async () => {
    await expect(papersOf(cardOf({}), {fonts: ['.']})).rejects.toThrow(
      /names "\."\. Expected files that end in \.ttf/,
    );
  });

  test.each([
    ['text', 'not a font'],
    ['nothing', ''],
    ['an archive', `PK\x03\x04${'\0'.repeat(40)}`],
  ])('names a file that is no font: %s', async (_, content) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fonts-'));
    const file = path.join(folder, 'bad.ttf');
    writeFileSync(file, content);
    for (const fonts of [[file], [folder]]) {
      await expect(papersOf(cardOf({}), {fonts})).rejects.toThrow(
        `${file} is not a TrueType or OpenType font`,
      );
    }
  });

  test('takes the fonts in a folder, and no folder for one', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fonts-'));
    mkdirSync(path.join(folder, 'ok.ttf'));
    await expect(papersOf(cardOf({}), {fonts: [folder]})).rejects.toThrow(/Expected files that end in \.ttf/);
    copyFileSync(
      require.resolve('dejavu-fonts-ttf/ttf/DejaVuMathTeXGyre.ttf'),
      path.join(folder, 'ok.ttf', 'math.ttf'),
    );
    expect((await papersOf(cardOf({}), {fonts: [folder]})).findings).toEqual([]);
  });
});

test('with pdf: false nothing is set or checked, and the single file is there', async () => {
  const {pdfs, findings, html} = await papersOf(cardOf(pagesOf([99, 99])), {pdf: false});
  expect(pdfs).toEqual([]);
  expect(findings).toEqual([]);
  expect(html).toContain('Trouble 1');
});
