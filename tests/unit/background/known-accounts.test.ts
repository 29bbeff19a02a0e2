import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteFlags } from '../../../entrypoints/background/history-model.ts';
import { knownAccounts, noteAccounts } from '../../../entrypoints/background/known-accounts.ts';
import { history } from '../../../entrypoints/background/recorder.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { recordFlag } from '../../../utils/history/record.ts';
import { removeAll } from '../../../utils/history/remove.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { recordingOn } from './recording-on.ts';

const OKX = { exchange: 'okx', name: 'okx.com' };
const HTX = { exchange: 'htx', name: 'htx.com' };
const DAY = '2026-11-20';
const NEXT = '2026-11-21';

beforeEach(recordingOn);
afterEach(async () => {
  await changeSettings(() => ({ recording: 'undecided' }));
});

/** A flag of a visit at noon, UTC+8. */
async function flag(flag_id: string, host: string, day: string, exchange = 'okx'): Promise<void> {
  const observed_at = `${day}T04:00:00.000Z`;
  await recordFlag(
    await history(),
    storedFlag({ flag_id, document: flag_id, host, exchange, observed_at }),
    day,
  );
}

async function noted(): Promise<string[]> {
  return Object.values(await knownAccounts()).map(({ name, day }) => `${name} ${day}`);
}

test('the day and the name of an account that two exchanges bear go with the flags of that name', async () => {
  await flag('a', 'okx.com', DAY);
  await noteAccounts(OKX, ['analytics G-1'], DAY);
  await flag('b', 'htx.com', DAY, 'htx');
  await noteAccounts(HTX, ['analytics G-1'], DAY);
  expect((await knownAccounts())['analytics G-1']?.exchange).toBe('');
  await deleteFlags({ ids: ['a'] });
  expect(await noted()).toEqual([`htx.com ${DAY}`]);
  await deleteFlags({ filter: EVERYTHING });
  expect(await noted()).toEqual([]);
});

test('a page read again past midnight leaves its account on the day of its flag, with which it goes', async () => {
  await flag('a', 'okx.com', DAY);
  await noteAccounts(OKX, ['analytics G-1'], DAY);
  await noteAccounts(OKX, ['analytics G-1'], NEXT);
  expect(await noted()).toEqual([`okx.com ${DAY}`]);
  await deleteFlags({ filter: EVERYTHING });
  expect(await noted()).toEqual([]);
});

test('an account stored on a day of which no flag tells goes when flags are deleted', async () => {
  await flag('a', 'okx.com', NEXT);
  await noteAccounts(OKX, ['analytics G-1'], NEXT);
  const database = await history();
  await removeAll(database, `${NEXT}T04:00:00.000Z`);
  await flag('b', 'okx.com', DAY);
  await deleteFlags({ ids: ['b'] });
  expect(await noted()).toEqual([]);
});

test('a page still open after its flag was deleted does not bring its account back; a new visit does', async () => {
  await flag('a', 'okx.com', DAY);
  await noteAccounts(OKX, ['analytics G-1'], DAY);
  await deleteFlags({ filter: EVERYTHING });
  await noteAccounts(OKX, ['analytics G-1'], DAY);
  expect(await noted()).toEqual([]);
  await flag('b', 'www.okx.com', DAY);
  await noteAccounts(OKX, ['analytics G-1'], DAY);
  expect(await noted()).toEqual([`okx.com ${DAY}`]);
});

test('accounts of other names and days stay when flags are deleted', async () => {
  await flag('a', 'okx.com', DAY);
  await flag('b', 'htx.com', NEXT, 'htx');
  await noteAccounts(OKX, ['analytics G-1'], DAY);
  await noteAccounts(HTX, ['analytics G-2'], NEXT);
  await deleteFlags({ ids: ['a'] });
  expect(await noted()).toEqual([`htx.com ${NEXT}`]);
});

test('however many accounts there are, the history is read alike when flags are deleted', async () => {
  const readsAfter = async (days: number[]) => {
    for (const day of days) {
      const local = `2026-10-${`${day}`.padStart(2, '0')}`;
      await flag(`kept ${day}`, 'okx.com', local);
      await flag(`gone ${day}`, 'htx.com', local, 'htx');
      await noteAccounts(OKX, [`analytics G-${day}`], local);
    }
    const read = vi.spyOn(await history(), 'transaction');
    await deleteFlags({ ids: days.map((day) => `gone ${day}`) });
    const reads = read.mock.calls.length;
    read.mockRestore();
    return reads;
  };
  const once = await readsAfter([1]);
  expect(await readsAfter([2, 3, 4, 5, 6, 7, 8, 9])).toBe(once);
  expect(await noted()).toHaveLength(9);
});

test('without a history that can be read nothing is noted, and the page is not held up', async () => {
  const reported = vi.spyOn(console, 'error').mockReturnValue();
  const database = await history();
  vi.spyOn(database, 'transaction').mockImplementation(() => {
    throw new Error('no such thing');
  });
  await noteAccounts(OKX, ['analytics G-1'], DAY);
  expect(await noted()).toEqual([]);
  expect(reported).toHaveBeenCalled();
});
