import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HistoryDatabase, openHistory } from '../../../utils/history/database.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { localDay } from '../../../utils/history/local-day.ts';
import { recordFlag } from '../../../utils/history/record.ts';
import { removeFlags } from '../../../utils/history/remove.ts';
import type { LandingFinding, OperationsFinding } from '../../../utils/verdict/finding.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const DAY = '2026-11-20';
const NEXT = '2026-11-21';

let database: HistoryDatabase;
let count = 0;

beforeEach(async () => {
  count += 1;
  database = await openHistory(`amending-${count}`);
});
afterEach(() => database.close());

const flagOf = (document: string, kinds: StoredFlag['local']['kinds'], observed_at: string) =>
  storedFlag({ flag_id: `${document} ${observed_at}`, document, kinds, observed_at });

/** Flagged 'd' at 23:30 at UTC+8, beside another flag of that day. */
async function flagged(): Promise<void> {
  await recordFlag(database, flagOf('other', ['listed'], '2026-11-20T02:00:00.000Z'), DAY);
  await recordFlag(database, flagOf('d', ['listed', 'landing'], '2026-11-20T15:30:00.000Z'), DAY);
}

/** The same document told again at 00:10. */
const amend = (kinds: StoredFlag['local']['kinds'], tz_offset_min = 480) =>
  recordFlag(database, { ...flagOf('d', kinds, '2026-11-20T16:10:00.000Z'), tz_offset_min }, NEXT);

async function kept(): Promise<StoredFlag> {
  const flags = await database.getAll('flags');
  return flags.find(({ local }) => local.document === 'd')!;
}

describe('an amended flag', () => {
  test.each([
    ['west', -480],
    ['east', 840],
  ])('stays on its local day after travel %s', async (_, offset) => {
    await flagged();
    await amend(['listed'], offset);
    const flag = await kept();
    expect([flag.observed_at, flag.tz_offset_min]).toEqual(['2026-11-20T15:30:00.000Z', 480]);
    expect(localDay(flag)).toBe(DAY);
    const [change] = (await database.getAll('changes')).slice(-1);
    expect(change?.put[0]?.day).toBe(Date.UTC(2026, 10, 20) / 86_400_000);
  });

  test('is counted on its own day with the kinds it has now', async () => {
    await flagged();
    await amend(['listed', 'brandClaim']);
    expect(await database.getAll('daily')).toEqual([
      { day: DAY, checked: 0, flagged: 2, kinds: { listed: 2, landing: 0, brandClaim: 1 } },
    ]);
  });

  test('is not written again where nothing has changed', async () => {
    await flagged();
    await amend(['landing']);
    const changes = await database.count('changes');
    expect(await amend(['landing'])).toMatchObject({ outcome: 'amended' });
    expect(await database.count('changes')).toBe(changes);
  });

  test('counts alike however often it is amended, and nothing once it is deleted', async () => {
    await flagged();
    for (const kinds of [['landing'], ['landing', 'listed'], ['landing']] as const) await amend([...kinds]);
    expect(await database.get('daily', DAY)).toMatchObject({ flagged: 2, kinds: { listed: 1, landing: 1 } });
    await removeFlags(database, [(await kept()).flag_id], 'r');
    expect(await database.getAll('daily')).toEqual([
      { day: DAY, checked: 0, flagged: 1, kinds: { listed: 1, landing: 0 } },
    ]);
  });
});

describe('a flag whose findings are ignored afterwards', () => {
  const landing: LandingFinding = {
    kind: 'landing',
    tier: 'caution',
    exchange: null,
    pageKind: 'exchange',
    script: 'Hans',
    sure: 'high',
    score: 0.8,
    signals: [{ id: 'trade words', version: 1, value: '币币交易', weight: 0.8 }],
  };
  const flat = {
    kind: 'landing',
    exchange: null,
    target: null,
    techniques: [],
    matched_rule: 'landing: exchange',
  };

  /** The same document with a kind silenced, and a page that says more or less than before. */
  const ignoring = (found: 'nothing' | 'a landing page'): StoredFlag => {
    const flag = { ...flagOf('d', ['listed'], '2026-11-20T16:10:00.000Z'), action: 'ignored' as const };
    const landed = found === 'a landing page';
    return {
      ...flag,
      tier: landed ? 'caution' : 'none',
      findings: landed
        ? [{ ...flat, evidence: ['trade words: 币币交易'] } as StoredFlag['findings'][number]]
        : [],
      score: landed ? 0.8 : 0,
      script: landed ? 'Hans' : null,
      page_kind: landed ? 'exchange' : 'none',
      signals: landed ? landing.signals : [],
      list: { ...flag.list, entry_first_seen: null },
      settings: { ...flag.settings, ignored_kinds: ['listed'] },
      local: {
        document: 'd',
        kinds: landed ? ['landing', 'listed'] : ['listed'],
        exchanges: [],
        findings: landed ? [landing] : [],
      },
    };
  };

  test('keeps its evidence, and says that it is ignored', async () => {
    const flag = flagOf('d', ['listed'], '2026-11-20T15:30:00.000Z');
    await recordFlag(database, { ...flag, list: { ...flag.list, entry_first_seen: '2017-10' } }, DAY);
    const before = await kept();
    await recordFlag(database, ignoring('nothing'), NEXT);
    expect(await kept()).toEqual({ ...before, action: 'ignored' });
    await recordFlag(database, ignoring('nothing'), NEXT);
    expect(await kept()).toEqual({ ...before, action: 'ignored' });
    expect(await database.getAll('daily')).toMatchObject([{ day: DAY, flagged: 1, kinds: { listed: 1 } }]);
  });

  test('takes in what its page shows besides, the strongest first', async () => {
    await recordFlag(database, flagOf('d', ['listed'], '2026-11-20T15:30:00.000Z'), DAY);
    await recordFlag(database, ignoring('a landing page'), NEXT);
    const flag = await kept();
    expect(flag.findings.map(({ kind }) => kind)).toEqual(['landing', 'listed']);
    expect(flag).toMatchObject({
      tier: 'caution',
      score: 1,
      script: 'Hans',
      page_kind: 'exchange',
      settings: { ignored_kinds: [] },
      local: { kinds: ['landing', 'listed'], exchanges: ['okx'] },
    });
    expect(flag.signals.map(({ id }) => id)).toEqual(['trade words']);
  });

  test('keeps what kind of page it was, and in which script', async () => {
    const settings = { ...ignoring('nothing').settings, ignored_kinds: [] };
    await recordFlag(database, { ...ignoring('a landing page'), action: 'shown', settings }, DAY);
    const before = await kept();
    const later = ignoring('nothing');
    later.local.kinds = ['landing', 'listed'];
    await recordFlag(database, later, NEXT);
    expect(await kept()).toEqual({ ...before, action: 'ignored' });
  });

  test('keeps the ties to the mainland that were told with them', async () => {
    const first = flagOf('d', ['listed', 'operations'], '2026-11-20T15:30:00.000Z');
    const operations: OperationsFinding = {
      kind: 'operations',
      tier: 'none',
      operations: [],
      seatClaims: [],
    };
    first.findings.push({ ...flat, kind: 'operations', evidence: [] } as StoredFlag['findings'][number]);
    first.local.findings.push(operations);
    await recordFlag(database, first, DAY);
    await recordFlag(database, ignoring('nothing'), NEXT);
    expect((await kept()).findings.map(({ kind }) => kind)).toEqual(['listed', 'operations']);
  });

  test('has none where it was ignored from the first, until it is no longer', async () => {
    await recordFlag(database, ignoring('nothing'), DAY);
    expect((await kept()).findings).toEqual([]);
    await amend(['listed']);
    expect((await kept()).findings.map(({ kind }) => kind)).toEqual(['listed']);
    expect((await kept()).action).toBe('ignored');
  });
});
