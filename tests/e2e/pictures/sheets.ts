import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { readPng } from '../harness/pixels.ts';
import { type Film, LANGUAGES, type Language, pictureFile, THEMES } from './camera.ts';

const GAP = 8;
const GREY = 0x88;

/** One sheet a state and theme, the languages side by side: into `sheets/` of the film's folder. */
export async function contactSheets(film: Film, names: readonly string[]): Promise<void> {
  const folder = join(film.folder, 'sheets');
  await mkdir(folder, { recursive: true });
  for (const name of names)
    for (const theme of THEMES) {
      const files = (Object.keys(LANGUAGES) as Language[]).map((one) => pictureFile(film, name, theme, one));
      await writeFile(join(folder, `${name}.${theme}.png`), await sideBySide(files));
    }
}

/** PNG files in one, from left to right. */
export async function sideBySide(files: readonly string[]): Promise<Uint8Array> {
  const pictures = await Promise.all(files.map(async (file) => readPng(await readFile(file))));
  const width = pictures.reduce((sum, one) => sum + one.width, GAP * (pictures.length - 1));
  const height = Math.max(...pictures.map((one) => one.height));
  const rows = Buffer.alloc(height * (width * 3 + 1), GREY);
  let left = 0;
  for (const { width: wide, height: high, data } of pictures) {
    for (let y = 0; y < high; y++) {
      const start = y * (width * 3 + 1) + 1 + left * 3;
      for (let x = 0; x < wide; x++)
        for (let c = 0; c < 3; c++) rows[start + x * 3 + c] = data[(y * wide + x) * 4 + c] ?? 0;
    }
    left += wide + GAP;
  }
  for (let y = 0; y < height; y++) rows[y * (width * 3 + 1)] = 0;
  return png(width, height, rows);
}

/** A PNG of rows of RGB, each after its filter byte. PNG (third edition), 5.6 and 11.2. */
function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.of()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
