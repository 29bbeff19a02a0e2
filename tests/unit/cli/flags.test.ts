import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FlagRecord } from '../../../utils/history/flag.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { ensign, exportOf, id, ndjson } from './flags-command.ts';
import type { Run } from './run-ensign.ts';

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'ensign-flags-'));
const input = join(folder, 'in');
const merged = join(folder, 'merged');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    const out = join(folder, 'asked');
    const asked = await ensign('report', merged, '--ask', good, '--rows', '1', '--out', out);
    expect(asked.out).toBe('host           times\nsite0.example  2\n');
    expect(asked.said).toBe('1 of 3 rows; without --rows all of them\n');
    expect(readFileSync(join(out, 'good.csv'), 'utf8').trim().split('\r\n')).toHaveLength(1 + 3);
    const refused = await ensign('report', merged, '--ask', bad);
    expect(refused.code).toBe(2);
    expect(refused.said).toContain('nowhere');
  });

  it('reports on merged folders alone', async () => {
    expect((await ensign('report', input)).code).toBe(2);
  });
});

describe('flags replay', () => {
  it('says when the flags come from another detector', async () => {
    const { said } = await ensign('replay', join(input, 'p2.zip'));
    const here = JSON.parse((await ensign('detector')).out).detector;
    expect(said).toContain(`replayed by detector "${here}"; recorded by "1"\n`);
  });
});
