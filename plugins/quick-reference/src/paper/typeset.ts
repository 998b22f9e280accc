import type {Paper} from '@opsbinder/core';
import type {Press} from './compiler.js';
import type {Sheet} from './sheet.js';

/** A card on paper. */
export interface Typeset {
  /** Size of its type in points. */
  points: number;
  /** By how many points it is higher than the sheet; less than 0 where there is room left. */
  over: number;
  /** Height for which a sheet has room, in points. */
  room: number;
  /** The PDF; absent where it takes more than one sheet or a character has no glyph. */
  pdf?: Buffer;
  /** Characters that no font has, each once. */
  missing: string[];
}

/** How a card fills a sheet at one size. */
export interface Measure extends Pick<Typeset, 'over' | 'room'> {
  /** Of one that is too high: how high each entry is in a column, in points, by group. */
  heights: number[][];
}

/** The largest type that a card is set in: more would be read no faster. */
const MOST_POINTS = 12;

const STEP = 0.25;

/** Whether a card fits a sheet at the smallest size, and by how much not. Makes no PDF. */
export function measureSheet(sheet: Sheet, paper: Paper, least: number, press: Press): Measure {
  const {fit} = compile(sheet, paper, [least], press);
  press.compiler.evictCache(10);
  return fit;
}

/**
 * Sets a card on one sheet in the largest type at which it fits.
 *
 * @param least the smallest type, in points
 * @param most the largest
 */
export function typeset(
  sheet: Sheet,
  paper: Paper,
  least: number,
  press: Press,
  most = MOST_POINTS,
): Typeset {
  const {document, fit} = compile(sheet, paper, sizesDownTo(least, most), press);
  const {size: points, over, room} = fit;
  try {
    const pdf = press.compiler.pdf(document, {pdfStandard: 'ua-1', creationTimestamp: secondsOf(sheet.asOf)});
    return {points, over, room, missing: [], ...(over <= 0 && {pdf})};
  } catch (error) {
    const missing = missingCharacters(String(error));
    if (missing.length === 0) throw error;
    return {points, over, room, missing};
  } finally {
    press.compiler.evictCache(10);
  }
}

interface Fit extends Measure {
  size: number;
}

function compile(sheet: Sheet, paper: Paper, sizes: readonly number[], press: Press) {
  const {compiler, template, families} = press;
  const result = compiler.compile({
    mainFilePath: template,
    inputs: {card: JSON.stringify(templateData(sheet, paper, sizes, families), wellFormed)},
  });
  const document = result.result;
  if (!document) {
    throw new Error(`The sheet cannot be set: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`);
  }
  const [fit] = compiler.query(document, {selector: '<fit>', field: 'value'}) as [Fit];
  return {document, fit};
}

function templateData(
  {language, asOf, emergency, qr, ...sheet}: Sheet,
  paper: Paper,
  sizes: readonly number[],
  fonts: Press['families'],
) {
  const {language: lang, region = ''} = new Intl.Locale(language);
  return {
    ...sheet,
    paper,
    sizes,
    fonts,
    // The compiler takes no languages but those of ISO 639-1 to 3, and no regions but countries: not 419 of `es-419`.
    lang: /^[a-z]{2,3}$/.test(lang) ? lang : 'en',
    region: /^[A-Z]{2}$/.test(region) ? region : null,
    date: asOf.split('-').map(Number),
    emergency: emergency ?? null,
    qr: {label: qr.label, svg: qrSvg(qr)},
  };
}

// Half of a character, which an escape in YAML can bring, is no text to the compiler.
function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value;
}

/** The code with its quiet zone of four modules, without which readers do not find it. */
function qrSvg({size, path}: Sheet['qr']): string {
  const side = size + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${side} ${side}"><path d="${path}"/></svg>`;
}

function sizesDownTo(least: number, most: number): number[] {
  const steps = Math.max(0, Math.floor((most - least) / STEP));
  return Array.from({length: steps + 1}, (_, index) => least + (steps - index) * STEP);
}

function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

// The compiler tells what it could not do in the form in which Rust prints a structure for programmers: a text in
// quotes, inside a text in quotes.
function missingCharacters(error: string): string[] {
  const texts = [...error.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gs)].map(([, text = '']) =>
    unescapeRust(unescapeRust(text)),
  );
  return [...new Set(texts.flatMap((text) => [...text]))];
}

function unescapeRust(text: string): string {
  return text.replace(/\\(?:u\{([\da-f]+)\}|(.))/gi, (_, code: string | undefined, sign: string) =>
    code !== undefined ? String.fromCodePoint(Number.parseInt(code, 16)) : (ESCAPES[sign] ?? sign),
  );
}

const ESCAPES: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', 0: '\0'};
