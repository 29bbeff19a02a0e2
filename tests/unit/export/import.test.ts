import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { openExport } from '../../../utils/export/open-export.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { type ReadFlag, readFlag } from '../../../utils/export/read-flag.ts';
import { readLines } from '../../../utils/export/read-lines.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const { local, ...flag } = storedFlag({ flag_id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', document: 'd' });
const good = JSON.stringify(flag);

async function outcomes(text: string): Promise<string[]> {
  const read: string[] = [];
  for await (const outcome of (await openExport(new Blob([text]))).flags()) read.push(named(outcome));
  return read;
}

function named(outcome: ReadFlag): string {
  return 'fault' in outcome ? `${outcome.line}: ${outcome.fault}` : `${outcome.line}: flag`;
}

describe('NDJSON', () => {
  it.each([
    ['a whole file', `${good}\n`, ['1: flag']],
    ['no last line feed', good, ['1: flag']],
    ['Windows line ends and a byte order mark', `\uFEFF${good}\r\n${good}\r\n`, ['1: flag', '2: flag']],
    ['empty lines', `\n${good}\n\n`, ['2: flag']],
    ['an empty file', '', []],
    ['a cut-off file', `${good}\n${good.slice(0, 99)}`, ['1: flag', '2: cut off']],
    ['a broken line', `{"a":\n${good}\n`, ['1: not JSON', '2: flag']],
    [
      'a later schema',
      `${good.replace('"schema_version":1', '"schema_version":2')}\n`,
      ['1: unknown schema version'],
    ],
    ['other JSON', '[]\n"x"\nnull\n7\n{}\n', [1, 2, 3, 4, 5].map((n) => `${n}: not a flag record`)],
    ['a field too many', `${good.slice(0, -1)},"local":{}}\n`, ['1: not a flag record']],
    ['a poisoned prototype', `${good.slice(0, -1)},"__proto__":{"x":1}}\n`, ['1: not a flag record']],
  ])('%s', async (_, text, expected) => expect(await outcomes(text)).toEqual(expected));

  it('says where a record is wrong', () => {
    const line = {
      number: 4,
      text: JSON.stringify({ ...flag, list: { ...flag.list, version: -1 } }),
      ended: true,
    };
    expect(readFlag(line)).toMatchObject({ fault: 'not a flag record', line: 4, detail: /^list\.version: / });
  });

  it('passes over a line longer than any flag, and reads on', async () => {
    const bytes = new Blob(['x'.repeat(9 << 20), '\n', good, '\n']).stream();
    const read: ReadFlag[] = [];
    for await (const line of readLines(bytes)) read.push(readFlag(line));
    expect(read.map(named)).toEqual(['1: line too long', '2: flag']);
  });
});

const archive = await bytesOf(
  writeDataPackage(
    prepareExport(
      memorySource({ flags: [{ ...flag, local }] }),
      exportRequest({ level: 'full', time: 'exact' }),
    ),
  ),
);
const reasonOf = (bytes: Uint8Array) =>
  openExport(new Blob([new Uint8Array(bytes)])).then(
    () => 'opened',
    (error: { reason?: string }) => error.reason,
  );

describe('a Data Package', () => {
  it('opens when whole', async () => expect(await reasonOf(archive)).toBe('opened'));

  it('cut off anywhere does not open', async () => {
    for (let length = 4; length < archive.length; length += 97) {
      expect(await reasonOf(archive.slice(0, length)), `${length} bytes`).toBe('unreadable archive');
    }
  });

  it('with a bit flipped in a file does not open', async () => {
    const bent = archive.slice();
    bent[60]! ^= 0x10;
    expect(await reasonOf(bent)).toMatch(/^(unreadable archive|hash differs)$/);
  });

  it.each([
    ['without a descriptor', { 'flags.ndjson': good }, 'no descriptor'],
    ['of somebody else', { 'datapackage.json': '{"name":"other","resources":[]}' }, 'unknown package'],
    ['whose descriptor is no JSON', { 'datapackage.json': '<html>' }, 'unknown package'],
    [
      'whose flags were exchanged',
      { 'flags.ndjson': `${good}\n`, 'datapackage.json': descriptor('flags.ndjson', good.length + 1) },
      'hash differs',
    ],
    ['that lacks a file', { 'datapackage.json': descriptor('flags.ndjson', 5) }, 'file missing'],
    [
      'that names a file outside',
      { 'datapackage.json': descriptor('../flags.ndjson', 5) },
      'unknown package',
    ],
  ])('%s does not open', async (_, files, reason) => {
    const encoder = new TextEncoder();
    const entries = Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]);
    expect(await reasonOf(zipSync(Object.fromEntries(entries)))).toBe(reason);
  });
});

function descriptor(path: string, bytes: number): string {
  return JSON.stringify({
    name: 'ensign-export',
    resources: [{ path, bytes, hash: `sha256:${'0'.repeat(64)}` }],
    ensign: { schema_version: 1 },
  });
}
