import { describe, expect, it } from 'vitest';
import { prepareExport, previewRows, RowOrderError } from '../../../utils/export/prepare.ts';
import type { FlagRecord, StoredFlag, SuccessionEdge } from '../../../utils/history/flag.ts';
import { exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const id = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
const flags: StoredFlag[] = [
  storedFlag({ flag_id: id(2), document: 'a', host: 'www.okx.com' }),
  storedFlag({ flag_id: id(1), document: 'b', host: 'gate.io', exchange: 'gate-io' }),
  storedFlag({ flag_id: id(3), document: 'c', host: 'huobi.com', exchange: 'huobi' }),
];
const edge = (to: string, times: number, first_seen: string): SuccessionEdge => ({
  id: `edge ${to}`,
  from: 'www.huobi.com',
  to,
  exchange: 'huobi',
  kind: 'redirect',
  first_seen,
  last_seen: first_seen,
  times,
  evidence: ['a redirect'],
});

const edgeSeenOn = (document: string, seen: SuccessionEdge): SuccessionEdge => ({
  ...seen,
  visits: [{ document, at: seen.first_seen, evidence: seen.evidence }],
});

async function all(rows: AsyncIterable<FlagRecord>): Promise<FlagRecord[]> {
  const read: FlagRecord[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

describe('rows', () => {
  it('come in order of flag id', async () => {
    const rows = await all(prepareExport(memorySource({ flags }), exportRequest()).flags);
    expect(rows.map((row) => row.flag_id)).toEqual([id(1), id(2), id(3)]);
  });

  it('in any other order end the export', async () => {
    const source = {
      ...memorySource({ flags }),
      flags: async function* () {
        yield* flags;
      },
    };
    await expect(all(prepareExport(source, exportRequest()).flags)).rejects.toThrow(RowOrderError);
  });

  it('under new ids come in the order of these, so that two exports cannot be laid side by side', async () => {
    const many = Array.from({ length: 40 }, (_, n) => storedFlag({ flag_id: id(n), document: `${n}` }));
    const byId = many.map(({ flag_id, ...flag }, n) => ({ ...flag, flag_id, host: `${n}.example` }));
    const exported = async (fill: number) =>
      all(
        prepareExport(
          memorySource({ flags: byId }),
          exportRequest({ level: 'host', flag_ids: 'new' }, { salt: new Uint8Array(32).fill(fill) }),
        ).flags,
      );
    const [one, two] = [await exported(1), await exported(2)];
    for (const rows of [one, two]) {
      expect(rows.map(({ flag_id }) => flag_id)).toEqual(rows.map(({ flag_id }) => flag_id).sort());
    }
    const hosts = (rows: FlagRecord[]) => rows.map(({ host }) => host);
    expect(hosts(one)).not.toEqual(hosts(two));
    expect(hosts(one).sort()).toEqual(hosts(two).sort());
  });

  it('that are no flags are counted, not dropped in silence', async () => {
    const broken = { ...flags[0]!, flag_id: id(9), observed_at: 'yesterday' };
    const bundle = prepareExport(memorySource({ flags: [...flags, broken] }), exportRequest());
    expect(await all(bundle.flags)).toHaveLength(3);
    expect((await bundle.beside()).unreadable).toBe(1);
  });

  it('of the preview are those of the export', async () => {
    const request = exportRequest({ level: 'host' }, { wanted: (flag) => flag.flag_id !== id(2) });
    const preview = await previewRows(memorySource({ flags }), request, 1);
    const rows = await all(prepareExport(memorySource({ flags }), request).flags);
    expect(preview).toEqual([{ stored_id: id(1), row: rows[0] }]);
  });
});

describe('what stands beside the rows', () => {
  it('speaks of exported rows alone', async () => {
    const source = memorySource({
      flags,
      daily: [
        { day: '2026-11-20', checked: 40, flagged: 3, kinds: { listed: 3 } },
        { day: '2026-11-21', checked: 9, flagged: 0, kinds: {} },
      ],
      edges: [
        edgeSeenOn('b', edge('gate.io', 1, '2026-11-20T01:02:03.004Z')),
        edgeSeenOn('b', edge('huobi.com', 1, '2026-11-20T01:02:03.004Z')),
        edgeSeenOn('c', edge('huobi.com', 1, '2026-11-20T01:02:03.004Z')),
      ],
    });
    const bundle = prepareExport(source, exportRequest({}, { wanted: (flag) => flag.host !== 'huobi.com' }));
    await all(bundle.flags);
    const beside = await bundle.beside();
    expect(beside.daily).toEqual([
      { day: '2026-11-20', checked: 40, flagged: 2, kinds: { listed: 2 } },
      { day: '2026-11-21', checked: 9, flagged: 0, kinds: {} },
    ]);
    expect(beside.edges.map(({ to }) => to)).toEqual(['gate.io']);
    expect(beside.records.map((record) => record.id)).toEqual(['gate-io', 'okx']);
    expect(beside.lists).toEqual([{ version: 1, sha256: '', flags: 2 }]);
    expect(beside.detectors).toEqual([{ version: '1', flags: 2 }]);
  });

  it('keeps to the days asked for', async () => {
    const daily = ['2026-11-19', '2026-11-20'].map((day) => ({ day, checked: 1, flagged: 0, kinds: {} }));
    const bundle = prepareExport(
      memorySource({ flags: [], daily }),
      exportRequest(
        {},
        { days: { from: '2026-11-20', to: '2026-11-20', byFlags: false, today: '2026-12-01' } },
      ),
    );
    await all(bundle.flags);
    expect((await bundle.beside()).daily.map(({ day }) => day)).toEqual(['2026-11-20']);
  });

  it('adds up edges that have become alike', async () => {
    const source = memorySource({
      flags: [storedFlag({ flag_id: id(1), document: 'a', host: 'a.gate.io' })],
      edges: [
        edge('a.gate.io', 2, '2026-11-20T01:00:00.000Z'),
        edge('b.gate.io', 3, '2026-11-22T01:00:00.000Z'),
      ],
    });
    const bundle = prepareExport(source, exportRequest());
    await all(bundle.flags);
    expect((await bundle.beside()).edges).toEqual([
      {
        from: 'huobi.com',
        to: 'gate.io',
        exchange: 'huobi',
        kind: 'redirect',
        first_seen: '2026-11-20T00:00:00.000Z',
        last_seen: '2026-11-22T00:00:00.000Z',
        times: 5,
        evidence: [],
      },
    ]);
  });

  it('rounds coverage and forgets in which order equal intervals came', async () => {
    const source = memorySource({
      flags: [],
      coverage: [
        { from: '2026-11-20T10:20:30.400Z', until: '2026-11-20T10:25:00.000Z', reason: 'recording' },
        { from: '2026-11-20T10:25:00.000Z', until: '2026-11-20T10:26:00.000Z', reason: 'paused' },
        { from: '2026-11-20T10:26:00.000Z', until: null, reason: 'recording' },
      ],
    });
    const bundle = prepareExport(source, exportRequest({ time: 'hour' }));
    await all(bundle.flags);
    const hour = '2026-11-20T10:00:00.000Z';
    expect((await bundle.beside()).coverage).toEqual([
      { from: hour, until: hour, reason: 'paused' },
      { from: hour, until: hour, reason: 'recording' },
      { from: hour, until: null, reason: 'recording' },
    ]);
  });
});
