import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler';
import {familiesOf} from './font-names.js';

/** What sets sheets, with the families that it may use. */
export interface Press {
  compiler: NodeCompiler;
  /** Path of the template, as the compiler knows it. */
  template: string;
  families: {text: string[]; code: string[]};
}

/** Why no sheets can be made on this machine. */
export interface NoPress {
  reason: string;
}

// Sheets must look the same wherever they are made. So every font is brought along, and the template names each family
// that may be used: of two fonts of one name the compiler takes the one it was given first, and these come before those
// of the machine.
const FONT_FILES = {
  text: [
    'open-sans-fonts/open-sans/Regular/OpenSans-Regular.ttf',
    'open-sans-fonts/open-sans/Bold/OpenSans-Bold.ttf',
    'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  ],
  code: ['dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf'],
};

const FAMILIES = {text: ['Open Sans', 'DejaVu Sans'], code: ['DejaVu Sans Mono', 'Open Sans', 'DejaVu Sans']};

/** Nothing is read from this folder: the template and all data are handed over in memory. */
const WORKSPACE = path.resolve('/opsbinder');

const presses = new Map<string, Promise<Press | NoPress>>();

/**
 * The press of this process, with further fonts. Made once, since that takes longer than a sheet.
 *
 * @param fonts files of fonts, absolute
 * @returns why there is none where the optional package is missing or does not run on this machine
 */
export function openPress(fonts: readonly string[]): Promise<Press | NoPress> {
  const key = fonts.join('\n');
  const open = presses.get(key) ?? makePress(fonts);
  presses.set(key, open);
  return open;
}

async function makePress(fonts: readonly string[]): Promise<Press | NoPress> {
  const own = fonts.map((file) => readFileSync(file));
  try {
    const {NodeCompiler} = await import('@myriaddreamin/typst-ts-node-compiler');
    const bundled = [...FONT_FILES.text, ...FONT_FILES.code].map((file) =>
      readFileSync(require.resolve(file)),
    );
    const compiler = NodeCompiler.create({
      workspace: WORKSPACE,
      fontArgs: [{fontBlobs: [...bundled, ...own]}],
    });
    const template = path.join(WORKSPACE, 'card.typ');
    compiler.addSource(template, readFileSync(path.join(__dirname, 'card.typ'), 'utf8'));
    const families = own.flatMap(familiesOf);
    return {
      compiler,
      template,
      families: {text: [...FAMILIES.text, ...families], code: [...FAMILIES.code, ...families]},
    };
  } catch (error) {
    return {reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)};
  }
}
