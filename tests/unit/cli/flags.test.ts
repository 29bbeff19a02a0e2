import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import type { FlagRecord, StoredFlag } from '../../../utils/history/flag.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

const id = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
const folder = mkdtempSync(join(tmpdir(), 'ensign-flags-'));
const input = join(folder, 'in');
const merged = join(folder, 'merged');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  code: number;
  out: string;
  said: string;
}

async function ensign(...args: string[]): Promise<Run> {
  const node = ['--disable-warning=ExperimentalWarning', 'cli/ensign.ts', 'flags', ...args];
  try {
    const { stdout, stderr } = await promisify(execFile)('node_modules/.bin/node', node);
    return { code: 0, out: stdout, said: stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, out: failed.stdout, said: failed.stderr };
  }
}

/** What one participant exports: flags of three domains, two days of counts, and a redirect both participants saw. */
async function exportOf(participant: string, from: number, query: boolean): Promise<Uint8Array> {
  const flags: StoredFlag[] = [0, 1, 2].map((n) => ({
    ...storedFlag({
      flag_id: id(from + n),
      document: `${participant} ${n}`,
      host: `site${n}.example`,
      observed_at: `2026-11-2${n}T17:30:00.000Z`,
    }),
    script: 'Hans',
    url: `https://site${n}.example/?q=1`,
    signals: [{ id: 'payment-rails', version: 1, value: '支付宝、微信支付', weight: 0.38 }],
  }));
  const source = memorySource({
    flags,
    daily: [
      { day: '2026-11-21', checked: 50, flagged: 1, kinds: { listed: 1 } },
      { day: '2026-11-22', checked: 25, flagged: 1, kinds: { listed: 1 } },
    ],
    edges: [
      {
        id: 'e',
        from: 'huobi.com',
        to: 'site0.example',
        exchange: 'huobi',
        kind: 'redirect',
        first_seen: '2026-11-20T17:30:00.000Z',
        last_seen: '2026-11-20T17:30:00.000Z',
        times: 2,
        evidence: [],
      },
    ],
  });
  const study = { study_id: 'a/study', participant_id: participant };
  const options = { level: 'full', query, time: 'exact', study } as const;
  return bytesOf(writeDataPackage(prepareExport(source, exportRequest(options))));
}

/** An export with something in every part: of a study that asked, with a row that did not read as a flag. */
async function fullExport(): Promise<Uint8Array> {
  const flags: StoredFlag[] = [0, 1].map((n) => ({
    ...storedFlag({ flag_id: id(n), document: `${n}`, host: 'b.example' }),
    url: 'https://b.example/a',
    title: 'a title',
  }));
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
        first_seen: '2026-11-20T10:11:12.345Z',
        last_seen: '2026-11-20T10:11:12.345Z',
        times: 1,
        evidence: ['way: a.example > b.example'],
      },
    ],
  });
  const broken = {
    ...source,
    async *flags() {
      yield { flag_id: '' };
      yield* source.flags();
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

beforeAll(async () => {
  mkdirSync(join(input, 'later'), { recursive: true });
  const first = await exportOf('p1', 0, false);
  writeFileSync(join(input, 'p1.zip'), first);
  writeFileSync(join(input, 'later', 'p1-again.zip'), await exportOf('p1', 0, true));
  writeFileSync(join(input, 'p2.zip'), await exportOf('p2', 10, true));
  writeFileSync(join(input, 'cut.zip'), first.slice(0, 700));
  const { local, ...flag } = storedFlag({ flag_id: id(20), document: 'x', host: "o'reilly.example" });
  const hostile: FlagRecord = {
    ...flag,
    participant_id: '../../p3',
    study_id: '=x',
    title: "'; DROP TABLE gathered; --",
  };
  const lines = [
    hostile,
    hostile,
    { ...flag, flag_id: id(21), score: 'high' },
    { ...flag, schema_version: 9 },
  ];
  writeFileSync(
    join(input, 'mixed.ndjson'),
    `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"schema_ver`,
  );
  // The fault stands past the lines that are looked at first.
  const wrong = { ...flag, flag_id: id(23), tier: 'worse' };
  writeFileSync(
    join(input, 'late.ndjson'),
    ndjson({ ...flag, flag_id: id(22), study_id: 'x'.repeat(400) }, wrong),
  );
  writeFileSync(
    join(input, 'long.ndjson'),
    `${ndjson({ ...flag, flag_id: id(24) })}${'x'.repeat(9 << 20)}\n`,
  );
  writeFileSync(join(input, 'bytes.ndjson'), Buffer.from([0xff, 0xfe, 0x00, 0x0a]));
  writeFileSync(join(input, 'sealed.zip.age'), 'age-encryption.org/v1\n-> X25519 abc\n');
  writeFileSync(join(input, 'sealed.ndjson'), '-----BEGIN AGE ENCRYPTED FILE-----\n');
  writeFileSync(join(input, 'table.csv'), 'flag_id,host\n');
  const twice = { ...flag, flag_id: id(25) };
  writeFileSync(join(input, 'twice.ndjson'), ndjson(twice, { ...twice, title: 'another' }));
  writeFileSync(join(input, 'empty.zip'), '');
  writeFileSync(join(input, 'empty.ndjson'), '');
});

const ndjson = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('flags validate', () => {
  it('names every fault by file and line', async () => {
    const { code, out } = await ensign('validate', input);
    const files = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(files.map(({ file, flags, faults }) => [file.slice(input.length + 1), flags, faults])).toEqual([
      ['bytes.ndjson', 0, 1],
      ['cut.zip', 0, 1],
      ['empty.ndjson', 0, 0],
      ['empty.zip', 0, 1],
      ['late.ndjson', 1, 1],
      ['later/p1-again.zip', 3, 0],
      ['long.ndjson', 1, 1],
      ['mixed.ndjson', 1, 4],
      ['p1.zip', 3, 0],
      ['p2.zip', 3, 0],
      ['sealed.ndjson', 0, 1],
      ['sealed.zip.age', 0, 1],
      ['table.csv', 0, 1],
      ['twice.ndjson', 1, 1],
    ]);
    expect(
      files[7].named.map(({ line, fault }: { line: number; fault: string }) => `${line} ${fault}`),
    ).toEqual(['2 repeated id', '3 not a flag record', '4 unknown schema version', '5 cut off']);
  });

  it('ends with 0 where nothing is wrong, with 2 where nothing is', async () => {
    expect((await ensign('validate', join(input, 'p1.zip'))).code).toBe(0);
    expect((await ensign('validate', join(folder, 'nowhere'))).code).toBe(2);
  });
});

describe('flags merge, then report', () => {
  let run: Run;
  beforeAll(async () => {
    run = await ensign('merge', input, '--out', merged);
  });
  const rows = (name: string) =>
    readFileSync(join(merged, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('keeps each flag once, names what it set aside, and leaves nothing else behind', () => {
    expect(JSON.parse(run.out)).toEqual({ flags: 10, repeated: 3, participants: 3, set_aside: 13 });
    expect(run.code).toBe(1);
    const aside = rows('set-aside.ndjson').map(
      ({ file, fault }) => `${file.slice(input.length + 1)}: ${fault}`,
    );
    expect(aside.sort()).toEqual([
      'bytes.ndjson: not JSON',
      'cut.zip: unreadable archive',
      'empty.zip: unreadable archive',
      'late.ndjson: not a flag record',
      'long.ndjson: line too long',
      'mixed.ndjson: cut off',
      'mixed.ndjson: not a flag record',
      'mixed.ndjson: repeated id',
      'mixed.ndjson: unknown schema version',
      'sealed.ndjson: encrypted',
      'sealed.zip.age: encrypted',
      'table.csv: no export',
      'twice.ndjson: repeated id',
    ]);
    expect(readdirSync(merged).sort()).toEqual([
      'coverage.ndjson',
      'daily.ndjson',
      'edges.ndjson',
      'flags',
      'repeated.ndjson',
      'set-aside.ndjson',
      'sources.ndjson',
    ]);
  });

  it('names each copy it took out, and what each file contributed', () => {
    // The export with queries left out less than the one without.
    expect(rows('repeated.ndjson')).toEqual(
      [0, 1, 2].map((n) => ({
        file: join(input, 'p1.zip'),
        flag_id: id(n),
        kept: join(input, 'later', 'p1-again.zip'),
      })),
    );
    const flags = rows('sources.ndjson').map(({ file, flags }) => [file.slice(input.length + 1), flags]);
    expect(flags).toEqual([
      ['bytes.ndjson', 0],
      ['empty.ndjson', 0],
      ['late.ndjson', 1],
      ['later/p1-again.zip', 3],
      ['long.ndjson', 1],
      ['mixed.ndjson', 1],
      ['p1.zip', 0],
      ['p2.zip', 3],
      ['twice.ndjson', 1],
    ]);
  });

  it('lays flags out by study and local day, whatever these are called', () => {
    const studies = readdirSync(join(merged, 'flags')).map(decodeURIComponent).sort();
    const long = `study=md5-${createHash('md5').update('x'.repeat(400)).digest('hex')}`;
    expect(studies).toEqual(['study==x', 'study=a/study', long, 'study=none']);
    const days = readdirSync(join(merged, 'flags', 'study=a%2Fstudy')).sort();
    expect(days).toEqual(['date=2026-11-21', 'date=2026-11-22', 'date=2026-11-23']);
  });

  it('answers the standard questions', async () => {
    const out = join(folder, 'report');
    const report = await ensign('report', merged, '--out', out);
    expect(report.code).toBe(0);
    const table = (name: string) => readFileSync(join(out, `${name}.csv`), 'utf8').split('\r\n');
    // Two participants, 50 + 50 pages and one flag each; the export made twice does not count twice.
    expect(table('flags-per-page')).toContain('a/study,2026-11-21,2,100,2,2');
    expect(table('flags-per-page')).toContain('a/study,2026-11-22,2,50,2,4');
    expect(table('exchanges-by-script')).toContain('okx,Hans,支付宝,6,2');
    expect(table('succession-edges')[1]).toBe(
      'huobi,huobi.com,site0.example,redirect,2,4,2026-11-20,2026-11-20',
    );
    expect(table('first-and-last-seen')).toContain('site0.example,2026-11-21,2026-11-21,2,2,okx,listed');
    expect(table('list-versions')[1]).toMatch(/^1,/);
    const drawn = (name: string) => readFileSync(join(out, `${name}.svg`), 'utf8');
    expect(drawn('flags-per-page')).toContain('2026-11-22: 4</title>');
    expect(drawn('exchanges-by-script')).toContain('okx · Hans · 支付宝: 6</title>');
    expect(drawn('first-and-last-seen')).toContain('site0.example: 2026-11-21 – 2026-11-21</title>');
    expect(drawn('succession-edges')).toContain('huobi.com → site0.example: 2</title>');
    expect(drawn('list-versions')).toContain('list 1, detector 1, ');
    expect(report.out).toContain('Flags per page by day');
  });

  it('writes into no folder that holds something', async () => {
    expect((await ensign('merge', input, '--out', merged)).code).toBe(2);
  });

  it("answers a question of one's own, and says what is wrong with one", async () => {
    const [good, bad] = [join(folder, 'good.sql'), join(folder, 'bad.sql')];
    writeFileSync(
      good,
      "SELECT host, count(*) AS times FROM flags WHERE study = 'a/study' GROUP BY ALL ORDER BY host",
    );
    writeFileSync(bad, 'SELECT nothing FROM nowhere');
    const asked = await ensign('report', merged, '--ask', good, '--rows', '1');
    expect(asked.out).toBe('host           times\nsite0.example  2\n');
    const refused = await ensign('report', merged, '--ask', bad);
    expect(refused.code).toBe(2);
    expect(refused.said).toContain('nowhere');
  });

  it('reports on merged folders alone', async () => {
    expect((await ensign('report', input)).code).toBe(2);
  });
});

describe('flags convert', () => {
  const packaged = (name: string) => {
    const files = unzipSync(readFileSync(join(folder, name)));
    return Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]),
    );
  };
  const descriptor = (name: string) => JSON.parse(packaged(name)['datapackage.json']!).ensign;
  beforeAll(async () => writeFileSync(join(folder, 'full.zip'), await fullExport()));

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

  it('changes the format and nothing else', async () => {
    const [there, back] = [join(folder, 'a.ndjson'), join(folder, 'b.zip')];
    const again = join(folder, 'c.ndjson');
    await ensign('convert', join(input, 'p1.zip'), '--to', 'ndjson', '--out', there);
    await ensign('convert', there, '--to', 'data-package', '--out', back);
    await ensign('convert', back, '--to', 'ndjson', '--out', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(there, 'utf8'));
    expect(readFileSync(there, 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('leaves out more when told, and says so', async () => {
    const out = join(folder, 'less.ndjson');
    await ensign(
      'convert',
      join(input, 'p2.zip'),
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
    const run = await ensign('convert', join(input, 'p1.zip'), '--out', join(folder, 'x'), ...args);
    expect(run.code).toBe(code);
  });

  it('makes nothing of a broken file', async () => {
    const out = join(folder, 'broken.csv');
    expect((await ensign('convert', join(input, 'cut.zip'), '--to', 'csv', '--out', out)).code).toBe(1);
    expect((await ensign('convert', join(input, 'mixed.ndjson'), '--to', 'csv', '--out', out)).code).toBe(1);
    expect(readdirSync(folder)).not.toContain('broken.csv');
    expect(readdirSync(folder)).not.toContain('broken.csv.part');
  });
});

describe('flags replay', () => {
  it('says when the flags come from another detector', async () => {
    const { said } = await ensign('replay', join(input, 'p2.zip'));
    const here = JSON.parse((await ensign('detector')).out).detector;
    expect(said).toContain(`replayed by detector "${here}"; recorded by "1"\n`);
  });
});
