import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProposalLine } from '../../../cli/list/propose/changes.ts';
import { listedExchanges } from '../../../cli/list/read-records.ts';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import type { SuccessionEdge } from '../../../utils/history/flag.ts';
import { propose } from '../../../utils/trail/propose.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { runEnsign } from '../cli/run-ensign.ts';

const folder = mkdtempSync(join(tmpdir(), 'ensign-propose-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const NEW = 'okx-moved.example.com';
const TO = 'example.com';
const id = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;

const ensign = (...args: string[]) => runEnsign('list', ...args);

/** An export of one participant who came to a name by a redirect, with evidence of his own. */
async function exportOf(
  participant: string | null,
  flag: number,
  evidence: string[],
  to = TO,
): Promise<Uint8Array> {
  const edge: SuccessionEdge = {
    id: 'e',
    exchange: 'okx',
    from: 'okex.com',
    to,
    kind: 'redirect',
    first_seen: `2026-10-0${flag}T10:11:12.000Z`,
    last_seen: `2026-11-0${flag}T10:11:12.000Z`,
    times: flag,
    evidence,
  };
  const flags = [{ ...storedFlag({ flag_id: id(flag), document: 'd', host: to }), url: `https://${to}/` }];
  const study = participant === null ? null : { study_id: 's', participant_id: participant };
  const request = exportRequest({ level: 'path', study });
  return bytesOf(writeDataPackage(prepareExport(memorySource({ flags, edges: [edge] }), request)));
}

describe('ensign list propose', () => {
  let lines: ProposalLine[];
  let ran: Awaited<ReturnType<typeof ensign>>;
  const input = join(folder, 'in');
  const out = join(folder, 'out');

  beforeAll(async () => {
    mkdirSync(input);
    const one = await exportOf('participant-one', 1, [
      'by: server',
      'way: https://okex.com/secret > https://example.com/',
    ]);
    const two = await exportOf('participant-two', 2, ['by: client', 'words: 最新网址']);
    writeFileSync(join(input, 'one.zip'), one);
    writeFileSync(join(input, 'two.zip'), two);
    // The same person again, and one seen by nobody else.
    writeFileSync(join(input, 'two-again.zip'), two);
    writeFileSync(join(input, 'three.zip'), await exportOf(null, 3, ['by: server'], 'alone.example.net'));
    ran = await ensign('propose', input, '--out', out);
    lines = ran.out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ProposalLine);
  });

  test('two exports that share a candidate come to one, with the evidence of both', () => {
    expect(ran.code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ exchange: 'okx', to: TO, participants: 2, standing: 'open' });
    const source = lines[0]?.domains[0]?.source ?? '';
    for (const part of ['by: server', 'by: client', 'words: 最新网址', '2026-10 to 2026-11']) {
      expect(source).toContain(part);
    }
  });

  test('names no participant, no day, and no path', () => {
    const everything =
      ran.out +
      readdirSync(out)
        .map((name) => readFileSync(join(out, name), 'utf8'))
        .join('');
    expect(everything).not.toMatch(/participant-one|participant-two|secret|2026-1[01]-\d\d/);
  });

  test('the changed record passes the schema and builds', async () => {
    const list = join(folder, 'list');
    cpSync('assets/list', list, { recursive: true });
    expect(readdirSync(out)).toEqual(['okx.json']);
    cpSync(join(out, 'okx.json'), join(list, 'exchanges/okx.json'));
    const built = await ensign('build', '--from', list, '--out', join(folder, 'list.bin'));
    expect(built).toMatchObject({ code: 0 });
    const rows = (await listedExchanges()).flatMap(({ domains }) => domains).length;
    expect(built.said).toContain(`${rows + 1} domains`);
  });

  test('a file that holds no candidates is named with the reason, and the others are read', async () => {
    const mixed = join(folder, 'mixed');
    cpSync(input, mixed, { recursive: true });
    const { local, ...flag } = storedFlag({ flag_id: id(9), document: 'd' });
    const files = {
      'flags.ndjson': `${JSON.stringify(flag)}\n`,
      'noise.ndjson': 'a\nb\n',
      'sealed.zip.age': 'age-encryption.org/v1\n',
      'table.csv': 'flag_id\n',
      'cut.zip': 'PK',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(mixed, name), text);
    const { code, out: printed, said } = await ensign('propose', mixed);
    expect(printed).toBe(ran.out);
    expect(code).toBe(1);
    expect(said.replaceAll(`${mixed}/`, '').trim().split('\n')).toEqual([
      'cut.zip: unreadable archive',
      'flags.ndjson: NDJSON holds no candidates; Data Packages (zip) do',
      'noise.ndjson: 2 lines without a flag; see ensign flags validate',
      'noise.ndjson: NDJSON holds no candidates; Data Packages (zip) do',
      expect.stringMatching(/^sealed\.zip\.age: encrypted: age -d /),
      'table.csv: no export: its name ends in none of .ndjson, .jsonl, .zip',
      '6 exports, 1 proposal, 0 refused: for people to review',
      '4 files not read, or not whole',
    ]);
  });

  test('more participants can be asked for', async () => {
    expect((await ensign('propose', input, '--least', '3')).out).toBe('');
    expect((await ensign('propose', input, '--least', '0')).code).toBe(2);
  });
});

describe('a proposal', () => {
  const seen = (kind: SuccessionEdge['kind'], evidence: string[], to = TO): SuccessionEdge => ({
    id: '',
    exchange: 'okx',
    from: 'okex.com',
    to,
    kind,
    first_seen: '2026-11-02T00:00:00.000Z',
    last_seen: '2026-11-03T00:00:00.000Z',
    times: 1,
    evidence,
  });
  const okx = async () =>
    (await listedExchanges()).find((record) => record.id === 'okx') ?? Promise.reject(new Error('no okx'));

  test.each([
    ['redirect', ['by: server'], 'renaming', 'inferred'],
    ['notice', ['words: 备用网址'], 'mirror', 'inferred'],
    ['notice', ['words: 域名更换'], 'renaming', 'inferred'],
    ['assets', ['file: static.okx.com'], 'mirror', 'claimed'],
  ] as const)('of a %s by %j is a %s, %s', async (kind, evidence, lineage, confidence) => {
    const { row, edges } = propose(await okx(), [seen(kind, [...evidence])], null);
    expect(row).toMatchObject({
      domain: TO,
      role: 'mirror',
      confidence: 'claimed',
      last_seen_live: '2026-11',
    });
    expect(edges).toMatchObject([{ from: 'okex.com', to: TO, kind: lineage, confidence, year: 2026 }]);
  });

  test.each([NEW, 'com', 'not a host'])('of %s is refused: no registrable domain', async (to) => {
    const record = await okx();
    expect(() => propose(record, [seen('redirect', [], to)], null)).toThrow(/no registrable domain/);
  });

  test('holds whatever a page wrote in one line, and as one source', async () => {
    const { row } = propose(await okx(), [seen('notice', ['words: 最新;网址\u202e\n x'])], null);
    expect(row?.source).not.toMatch(/[;\n\u202e]/);
  });
});
