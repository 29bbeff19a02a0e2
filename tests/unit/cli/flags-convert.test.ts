import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from 'citty';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { convert } from '../../../cli/flags/convert.ts';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { ensign, exportOf, id, ndjson } from './flags-command.ts';

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'ensign-convert-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An export with something in every part: of a study that asked, with a row that did not read as a flag. */
async function fullExport(): Promise<Uint8Array> {
  const flags: StoredFlag[] = [0, 1].map((n) => ({
    ...storedFlag({ flag_id: id(n), document: `${n}`, host: 'b.example' }),
    url: 'https://b.example/a',
    title: 'a title',
  }));
  const at = '2026-11-20T10:11:12.345Z';
  const evidence = ['way: a.example > b.example'];
  const source = memorySource({
    flags,
    daily: [{ day: '2026-11-20', checked: 50, flagged: 2, kinds: { listed: 2 } }],
    coverage: [{ from: '2026-11-20T10:11:12.345Z', until: '2026-11-20T11:12:13.456Z', reason: 'recording' }],
    edges: [
      {
        id: 'e',
        from: 'okex.com',
        to: 'b.example',
        exchange: 'okx',
        kind: 'redirect',
        first_seen: at,
        last_seen: at,
        times: 1,
        evidence,
        visits: [{ document: '0', at, evidence }],
      },
    ],
  });
  const broken = {
    ...source,
    async *flags(orderOf?: (id: string) => string) {
      yield { flag_id: '' };
      yield* source.flags(orderOf);
    },
  };
  const study = { study_id: 's', participant_id: 'p' };
  const request = exportRequest(
    { level: 'path', title: true, time: 'exact', flag_ids: 'new', study },
    {
      consent: 'I agree. 🦊',
      answers: [{ id: 'q1', text: '同意吗？', language: 'zh-Hans', agreed: true }],
    },
  );
  return bytesOf(writeDataPackage(prepareExport(broken, request)));
}

describe('flags convert', () => {
  const packaged = (name: string) => {
    const files = unzipSync(readFileSync(join(folder, name)));
    return Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]),
    );
  };
  const descriptor = (name: string) => JSON.parse(packaged(name)['datapackage.json']!).ensign;
  beforeAll(async () => {
    const first = await exportOf('p1', 0, false);
    writeFileSync(join(folder, 'p1.zip'), first);
    writeFileSync(join(folder, 'p2.zip'), await exportOf('p2', 10, true));
    writeFileSync(join(folder, 'cut.zip'), first.slice(0, 700));
    const { local, ...flag } = storedFlag({ flag_id: id(20), document: 'x' });
    writeFileSync(join(folder, 'mixed.ndjson'), ndjson(flag, { ...flag, score: 'high' }));
    writeFileSync(join(folder, 'full.zip'), await fullExport());
  });

  it('carries every part of a package into another', async () => {
    const run = await ensign(
      'convert',
      join(folder, 'full.zip'),
      '--to',
      'data-package',
      '--out',
      join(folder, 'copy.zip'),
    );
    expect(run).toMatchObject({ code: 0, said: '' });
    const [copy, source] = [packaged('copy.zip'), packaged('full.zip')];
    expect(copy).toEqual(source);
    for (const name of ['daily', 'coverage', 'edges', 'list-records']) {
      expect(source[`${name}.ndjson`], name).not.toBe('');
    }
    expect(descriptor('copy.zip')).toMatchObject({
      consent: { text: 'I agree. 🦊' },
      answers: [{ id: 'q1', agreed: true }],
      unreadable_rows: 1,
      extension_version: '0.1.0',
    });
  });

  it('carries a package of an earlier version as well', async () => {
    writeFileSync(join(folder, 'early.zip'), readFileSync('tests/fixtures/export/version-1/domain.zip'));
    const args = ['--to', 'data-package', '--out', join(folder, 'early-copy.zip')];
    expect((await ensign('convert', join(folder, 'early.zip'), ...args)).code).toBe(0);
    const [copy, source] = [packaged('early-copy.zip'), packaged('early.zip')];
    for (const name of ['flags', 'daily', 'coverage', 'edges', 'list-records']) {
      expect(copy[`${name}.ndjson`], name).toBe(source[`${name}.ndjson`]);
    }
    expect(descriptor('early-copy.zip')).toMatchObject(descriptor('early.zip'));
  });

  it('carries them, with less, where more is left out; the account says what both left out', async () => {
    const out = join(folder, 'less.zip');
    const less = ['--level', 'full', '--time', 'hour', '--no-title'];
    expect(
      await ensign('convert', join(folder, 'full.zip'), '--to', 'data-package', '--out', out, ...less),
    ).toMatchObject({ code: 0 });
    const [before, after] = [descriptor('full.zip'), descriptor('less.zip')];
    expect(before.options).toMatchObject({ level: 'path', time: 'exact', title: true, flag_ids: 'new' });
    expect(after.options).toEqual({ ...before.options, time: 'hour', title: false });
    expect(after).toMatchObject({ consent: before.consent, answers: before.answers, unreadable_rows: 1 });
    expect(after.redactions).toEqual(
      [...before.redactions, 'observed_at: by hour', 'title: left out'].sort(),
    );
    const ids = (name: string) =>
      packaged(name)
        ['flags.ndjson']!.match(/"flag_id":"[^"]+"/g)!
        .sort();
    expect(ids('less.zip')).toEqual(ids('full.zip'));
    expect(packaged('less.zip')['list-records.ndjson']).toBe(packaged('full.zip')['list-records.ndjson']);
    expect(packaged('less.zip')['coverage.ndjson']).toContain('2026-11-20T10:00:00.000Z');
    expect(packaged('less.zip')['edges.ndjson']).toContain('"way: a.example > b.example"');
  });

  it.each(['ndjson', 'csv', 'csv-spreadsheet', 'parquet', 'stix'])(
    'says what %s leaves behind',
    async (to) => {
      const out = join(folder, `behind.${to}`);
      const { code, said } = await ensign('convert', join(folder, 'full.zip'), '--to', to, '--out', out);
      expect(code).toBe(0);
      expect(said).toContain(
        `${to} holds flags alone; left behind: options and versions, consent, 1 of daily, 1 of coverage, 1 of edges, 1 of list records, 1 of answers\n`,
      );
      expect(said.includes('stix has no place for: schema_version, tz_offset_min, ')).toBe(to === 'stix');
    },
  );

  it('leaves a package alone whose consent is not what its hash says', async () => {
    const files = unzipSync(readFileSync(join(folder, 'full.zip')));
    const changed = Buffer.from(files['datapackage.json']!).toString('utf8').replace('I agree', 'I disagree');
    const other = join(folder, 'consent.zip');
    writeFileSync(other, zipSync({ ...files, 'datapackage.json': Buffer.from(changed) }));
    const run = await ensign('convert', other, '--to', 'data-package', '--out', join(folder, 'no.zip'));
    expect(run).toMatchObject({ code: 1 });
    expect(run.said).toContain('hash differs: “I disagree. ');
    expect(readdirSync(folder)).not.toContain('no.zip');
  });

  it('names a place it cannot write to, and leaves nothing half there', async () => {
    mkdirSync(join(folder, 'taken'));
    for (const [out, why] of [
      ['none/x.ndjson', 'ENOENT'],
      ['taken', 'EISDIR'],
    ] as const) {
      const path = join(folder, out);
      const run = await ensign('convert', join(folder, 'p1.zip'), '--to', 'ndjson', '--out', path);
      expect(run).toMatchObject({ code: 2, said: expect.stringContaining(`cannot write ${path}: ${why}`) });
      expect(run.said).not.toContain('    at ');
    }
    expect(readdirSync(folder)).not.toContain('taken.part');
  });

  it('changes the format and nothing else', async () => {
    const [there, back] = [join(folder, 'a.ndjson'), join(folder, 'b.zip')];
    const again = join(folder, 'c.ndjson');
    await ensign('convert', join(folder, 'p1.zip'), '--to', 'ndjson', '--out', there);
    await ensign('convert', there, '--to', 'data-package', '--out', back);
    await ensign('convert', back, '--to', 'ndjson', '--out', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(there, 'utf8'));
    expect(readFileSync(there, 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('leaves out more when told, and says so', async () => {
    const out = join(folder, 'less.ndjson');
    await ensign(
      'convert',
      join(folder, 'p2.zip'),
      '--to',
      'ndjson',
      '--out',
      out,
      '--level',
      'domain',
      '--time',
      'day',
    );
    const text = readFileSync(out, 'utf8');
    expect(text).not.toContain('?q=1');
    expect(text).not.toContain('支付宝');
    expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({
      study_id: 'a/study',
      participant_id: 'p2',
      url: null,
      observed_at: '2026-11-21T00:00:00.000Z',
    });
  });

  it.each([
    ['a format that is none', ['--to', 'xls'], 2],
    ['a level that is none', ['--to', 'csv', '--level', 'some'], 2],
  ])('refuses %s', async (_, args, code) => {
    const run = await ensign('convert', join(folder, 'p1.zip'), '--out', join(folder, 'x'), ...args);
    expect(run.code).toBe(code);
  });

  it.each([
    ['--defanged', ['--to', 'stix', '--defanged']],
    ['--confirmed', ['--to', 'csv', '--confirmed', 'x']],
    ['--out', ['--to', 'csv', '--out', '-']],
  ])('refuses %s where it means nothing', async (option, args) => {
    const rawArgs = [join(folder, 'p1.zip'), '--out', join(folder, 'x'), ...args];
    await expect(runCommand(convert, { rawArgs })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(option),
    });
  });

  it('names what is odd: ids that repeat, and confirmed ids of no flag', async () => {
    const { local, ...flag } = storedFlag({ flag_id: id(30), document: 'x' });
    writeFileSync(join(folder, 'twice.ndjson'), ndjson(flag, flag));
    writeFileSync(join(folder, 'ids.txt'), `\uFEFF${id(30)}\n${id(31)} # another\n`);
    const args = ['--to', 'stix', '--confirmed', join(folder, 'ids.txt'), '--out', join(folder, 'odd.json')];
    const { code, said } = await ensign('convert', join(folder, 'twice.ndjson'), ...args);
    expect(code).toBe(0);
    expect(said).toContain(`twice.ndjson: 1 id more than once: ${id(30)}\n`);
    expect(said).toContain(`--confirmed: 1 id of no flag: ${id(31)}\n`);
  });

  it('makes nothing of a broken file', async () => {
    const out = join(folder, 'broken.csv');
    expect((await ensign('convert', join(folder, 'cut.zip'), '--to', 'csv', '--out', out)).code).toBe(1);
    expect((await ensign('convert', join(folder, 'mixed.ndjson'), '--to', 'csv', '--out', out)).code).toBe(1);
    expect(readdirSync(folder)).not.toContain('broken.csv');
    expect(readdirSync(folder)).not.toContain('broken.csv.part');
  });
});
