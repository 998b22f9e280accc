/** Names of families in a font's table of names: what it calls itself, and what it is a weight of. */
const FAMILY_IDS = [1, 16];

/**
 * The families of a font, or of each in a collection: the compiler wants to be told by name which it may use.
 *
 * @param file a TrueType or OpenType font, or a collection of them
 * @returns names without doubles; empty for a file that is no such font
 */
export function familiesOf(file: Buffer): string[] {
  try {
    return [...new Set(fontOffsets(file).flatMap((offset) => namesAt(file, offset)))];
  } catch (error) {
    // It points beyond its own end: not a font.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function fontOffsets(file: Buffer): number[] {
  if (file.toString('latin1', 0, 4) !== 'ttcf') return [0];
  return Array.from({length: file.readUInt32BE(8)}, (_, index) => file.readUInt32BE(12 + index * 4));
}

function namesAt(file: Buffer, font: number): string[] {
  const tables = Array.from({length: file.readUInt16BE(font + 4)}, (_, index) => font + 12 + index * 16);
  const record = tables.find((at) => file.toString('latin1', at, at + 4) === 'name');
  if (record === undefined) return [];
  const table = file.readUInt32BE(record + 8);
  const texts = table + file.readUInt16BE(table + 4);
  return (
    Array.from({length: file.readUInt16BE(table + 2)}, (_, index) => table + 6 + index * 12)
      .filter((at) => FAMILY_IDS.includes(file.readUInt16BE(at + 6)))
      // Platform 3 is Windows, in UTF-16; all fonts of today have its names.
      .filter((at) => file.readUInt16BE(at) === 3)
      .map((at) => {
        const start = texts + file.readUInt16BE(at + 10);
        return Buffer.from(file.subarray(start, start + file.readUInt16BE(at + 8)))
          .swap16()
          .toString('utf16le');
      })
  );
}
