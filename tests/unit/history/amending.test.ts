import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HistoryDatabase, openHistory } from '../../../utils/history/database.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { localDay } from '../../../utils/history/local-day.ts';
import { recordFlag } from '../../../utils/history/record.ts';
import { removeFlags } from '../../../utils/history/remove.ts';
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
