import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {checkOutFolder, filesBelow, MARKER, writeCopy} from '../../src/usb/out-folder.js';

let root: string;
let from: string;
let out: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'opsbinder usb #'));
  from = path.join(root, 'build');
  out = path.join(root, 'build-usb');
  fs.mkdirSync(from);
  fs.writeFileSync(path.join(from, 'index.html'), 'x');
});

afterEach(() => fs.rmSync(root, {recursive: true}));

const write = async (files: Record<string, string>) =>
  writeCopy(out, new Map(Object.entries(files)), await checkOutFolder(out, from));

describe('the folder of the copy', () => {
  test('is written anew, and what is no more in the site goes', async () => {
    const size = await write({'a/b/c.html': 'old', 'd.html': 'é'});
    expect(size).toBe(3 + 2 + fs.statSync(path.join(out, MARKER)).size);
    await write({'d.html': 'new'});
    expect(await filesBelow(out)).toEqual(['d.html', MARKER]);
    expect(fs.readdirSync(out).sort()).toEqual(['d.html', MARKER]);
  });

  test('is not touched where it holds something else', async () => {
    fs.mkdirSync(out);
    fs.writeFileSync(path.join(out, 'diary.txt'), 'mine');
    await expect(write({'d.html': 'new'})).rejects.toThrow(/is not empty, and holds no copy/);
    fs.rmSync(path.join(out, 'diary.txt'));
    await write({'d.html': 'old'});
    fs.writeFileSync(path.join(out, 'diary.txt'), 'mine');
    await expect(write({'d.html': 'new'})).rejects.toThrow(
      /1 file that this command has not written: diary\.txt/,
    );
    expect(fs.readFileSync(path.join(out, 'd.html'), 'utf8')).toBe('old');
    expect(fs.readFileSync(path.join(out, 'diary.txt'), 'utf8')).toBe('mine');
  });

  test('may hold what a system leaves on a stick, which stays', async () => {
    await write({'d.html': 'old'});
    fs.writeFileSync(path.join(out, '.DS_Store'), 'x');
    fs.mkdirSync(path.join(out, 'System Volume Information'));
    fs.writeFileSync(path.join(out, 'System Volume Information', 'x'), 'x');
    await write({'d.html': 'new'});
    expect(fs.existsSync(path.join(out, 'System Volume Information', 'x'))).toBe(true);
    expect(fs.readFileSync(path.join(out, 'd.html'), 'utf8')).toBe('new');
  });

  test('a copy that was broken off can be written anew', async () => {
    await write({'a.html': 'old'});
    fs.writeFileSync(
      path.join(out, MARKER),
      JSON.stringify({schema: 'opsbinder/usb-copy/1', files: ['a.html', 'b.html']}),
    );
    await write({'b.html': 'new'});
    expect(await filesBelow(out)).toEqual(['b.html', MARKER]);
  });

  test('a marker that names files elsewhere deletes none of them', async () => {
    fs.mkdirSync(out);
    fs.writeFileSync(
      path.join(out, MARKER),
      JSON.stringify({schema: 'opsbinder/usb-copy/1', files: ['../build/index.html']}),
    );
    await write({'b.html': 'new'});
    expect(fs.readFileSync(path.join(from, 'index.html'), 'utf8')).toBe('x');
  });

  test('lies apart from the built site, by whatever name', async () => {
    fs.symlinkSync(from, path.join(root, 'link'));
    for (const folder of [
      from,
      path.join(from, 'usb'),
      root,
      path.join(root, 'link'),
      path.join(root, 'link', 'usb'),
    ]) {
      await expect(checkOutFolder(folder, from), folder).rejects.toThrow(/must not lie within each other/);
    }
    expect(await checkOutFolder(`${from}-usb`, from)).toEqual([]);
    await expect(checkOutFolder(path.join(from, '..', 'file'), from)).resolves.toEqual([]);
    fs.writeFileSync(path.join(root, 'file'), 'x');
    await expect(checkOutFolder(path.join(root, 'file'), from)).rejects.toThrow(/that is a file/);
  });
});
