import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../../cli/list/read-records.ts';
import { readListFrom, readSnapshot } from '../../../cli/list/read-snapshot.ts';
import { readAttacks } from '../../../cli/lookalike/read-attacks.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { packSnapshot } from '../../../utils/list/pack.ts';
import { folderOf } from '../../fixtures/folder.ts';
import { exchange, listOf } from './sample-list.ts';

const list = listOf([exchange('northstar', ['northstarium.com'])]);
const built = encodeSnapshot(list);

function file(bytes: Uint8Array): string {
  const path = join(folderOf({}), 'list.bin');
  writeFileSync(path, bytes);
  return path;
}

describe('a snapshot is read', () => {
  test.each<[string, Uint8Array]>([
    ['as built', built],
    ['as published', gzipSync(packSnapshot(built))],
  ])('%s', async (_, bytes) => {
    const path = file(bytes);
    expect(Buffer.compare(await readSnapshot(path), built)).toBe(0);
    expect(await readListFrom(path)).toEqual(list);
  });
});

describe('what is no snapshot is refused, and what makes one is said', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['a text', Buffer.from('# A text that is long enough for a head'), /publish`\)$/],
    ['something else in gzip', gzipSync(Buffer.from('a text')), /publish`\)/],
    ['a published file that is cut', gzipSync(packSnapshot(built)).subarray(0, -20), /publish`\)$/],
    ['nothing', new Uint8Array(), /publish`\): truncated: /],
    ['a head that is cut', built.subarray(0, 100), /publish`\): /],
  ])('%s', async (_, bytes, words) => {
    const reading = readListFrom(file(bytes));
    await expect(reading).rejects.toThrow(
      /is no list snapshot \(made by `list build --out` or `list publish`\)/,
    );
    await expect(reading).rejects.toThrow(words);
    await expect(reading).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe('counts of attacks are refused', () => {
  const counts = { date: '2026-11-23', sources: [], hosts: {} };
  test.each<[string, string, RegExp]>([
    ['as no JSON', '{', /attacks\.json: not JSON$/],
    ['as a list', '[]', /attacks\.json: date: /],
    ['without hosts', JSON.stringify({ ...counts, hosts: undefined }), /attacks\.json: hosts: /],
    ['with a word for a count', JSON.stringify({ ...counts, hosts: { okx: 'many' } }), /hosts\.okx: /],
    ['with half an attack', JSON.stringify({ ...counts, hosts: { okx: 0.5 } }), /hosts\.okx: /],
  ])('%s', async (_, text, words) => {
    await expect(readAttacks(folderOf({ 'attacks.json': text }))).rejects.toThrow(words);
  });

  test('never: those of this project', async () => {
    expect(Object.keys((await readAttacks('assets/list')).hosts).length).toBeGreaterThan(100);
  });
});

describe('records with byte order marks are read', () => {
  const texts = {
    'exchanges/northstar.json': JSON.stringify(list.exchanges[0]),
    'version.json': JSON.stringify({ version: 1, issued: list.issued, expires: list.expires }),
    'reported/a.csv': 'name,exchange,source,first_seen,last_seen,exact\nbad.com,northstar,a test,,,\n',
    'attacks.json': JSON.stringify({ date: '2026-11-23', sources: [], hosts: {} }),
  };
  const marked = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, `\uFEFF${text}`]));

  test('as without them', async () => {
    const [plain, folder] = [folderOf(texts), folderOf(marked)];
    expect(await readRecords(folder)).toEqual(await readRecords(plain));
    expect((await readRecords(folder)).reported).toHaveLength(1);
    expect(await readAttacks(folder)).toEqual(await readAttacks(plain));
  });
});
