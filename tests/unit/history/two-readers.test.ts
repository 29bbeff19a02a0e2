import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { openHistory } from '../../../utils/history/database.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { FlagReader } from '../../../utils/history/flag-reader.ts';
import { matchingIds, queryFlags } from '../../../utils/history/query.ts';
import { noteAction, recordFlag } from '../../../utils/history/record.ts';
import { removeAll, removeBefore, removeFlags, restoreFlags } from '../../../utils/history/remove.ts';
import { storedFlag } from '../../fixtures/flag.ts';

describe('two readers of one history', () => {
  const flag = (id: string) => storedFlag({ flag_id: id, document: id, host: `${id}.com` });
  const record = async (database: Awaited<ReturnType<typeof openHistory>>, ...ids: string[]) => {
    for (const id of ids) await recordFlag(database, flag(id), '2026-11-20');
  };
  const both = async (name: string) => {
    const database = await openHistory(name);
    return { database, page: new FlagReader(database), worker: new FlagReader(await openHistory(name)) };
  };

  test('follow each other through every kind of change', async () => {
    const { database, page, worker } = await both('both');
    const ids = async () => [await matchingIds(page, EVERYTHING), await matchingIds(worker, EVERYTHING)];
    await record(database, 'a', 'b');
    expect(await ids()).toEqual([
      ['b', 'a'],
      ['b', 'a'],
    ]);
    await record(database, 'c');
    await removeFlags(database, ['b'], 'receipt');
    expect(await ids()).toEqual([
      ['c', 'a'],
      ['c', 'a'],
    ]);
    await page.tidy(true);
    await restoreFlags(database, 'receipt');
    await noteAction(database, 'c', 'left', () => true);
    expect(await ids()).toEqual([
      ['c', 'b', 'a'],
      ['c', 'b', 'a'],
    ]);
    expect(await matchingIds(worker, { ...EVERYTHING, action: 'left' })).toEqual(['c']);
    await removeBefore(database, '2026-12-01T00:00:00.000Z');
    expect(await ids()).toEqual([[], []]);
    await record(database, 'd');
    await removeAll(database, '2026-12-01T00:00:00.000Z');
    expect(await ids()).toEqual([[], []]);
  });

  test('one that slept through a rewriting reads the whole anew', async () => {
    const { database, page, worker } = await both('slept');
    await record(database, 'a');
    await worker.index();
    await record(database, 'b');
    await page.tidy(true);
    await record(database, 'c');
    expect(await database.count('changes')).toBe(1);
    expect(await matchingIds(worker, EVERYTHING)).toEqual(['c', 'b', 'a']);
  });

  test('one whose index another took the place of answers no question by the answer of the earlier', async () => {
    const { database, page, worker } = await both('replaced');
    await record(database, 'a', 'b', 'c');
    await page.tidy(true);
    const onlyB = { ...EVERYTHING, domain: 'b.com' };
    expect(await matchingIds(worker, onlyB)).toEqual(['b']);
    await removeFlags(database, ['a'], 'receipt');
    await new FlagReader(database).tidy(true);
    expect(await matchingIds(worker, onlyB)).toEqual(['b']);
  });

  test('one that fails while it reads the whole anew is not left with what it had', async () => {
    const { database, page, worker } = await both('unread');
    await record(database, 'a');
    await worker.index();
    await record(database, 'b');
    await page.tidy(true);
    await database.put('flags', flag('unheard'));
    const { getAll } = IDBObjectStore.prototype;
    const failing = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
      this: IDBObjectStore,
      ...asked
    ) {
      if (this.name === 'flags') throw new DOMException('cut off', 'InvalidStateError');
      return getAll.apply(this, asked);
    });
    await expect(worker.index()).rejects.toThrow('cut off');
    failing.mockRestore();
    expect(await matchingIds(worker, EVERYTHING)).toEqual(['unheard', 'b', 'a']);
  });

  test('an index that is missing, or not of these flags, is made anew, and the other hears of it', async () => {
    const { database, page, worker } = await both('anew');
    await record(database, 'a');
    expect(await matchingIds(worker, EVERYTHING)).toEqual(['a']);
    await page.tidy(true);
    await database.put('flags', flag('unheard'));
    expect(await matchingIds(new FlagReader(database), EVERYTHING)).toEqual(['unheard', 'a']);
    expect(await matchingIds(worker, EVERYTHING)).toEqual(['unheard', 'a']);
    await database.clear('index');
    expect(await matchingIds(new FlagReader(database), EVERYTHING)).toEqual(['unheard', 'a']);
  });

  test('is rewritten only when enough has changed', async () => {
    const { database, page } = await both('enough');
    await record(database, 'a');
    await page.tidy();
    await record(database, 'b');
    await page.tidy();
    expect(await database.count('changes')).toBe(1);
    await page.tidy(true);
    expect(await database.count('changes')).toBe(0);
  });

  test('many questions at once are answered alike', async () => {
    const { database, page } = await both('many');
    await record(database, 'a', 'b', 'c');
    const answers = await Promise.all(Array.from({ length: 8 }, () => queryFlags(page, EVERYTHING, 0, 10)));
    for (const answer of answers) expect(answer.flags.map((one) => one.flag_id)).toEqual(['c', 'b', 'a']);
  });
});
