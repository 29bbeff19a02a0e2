import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { coverage, noteCoverage } from '../../../utils/history/coverage.ts';
import { type HistoryDatabase, openHistory } from '../../../utils/history/database.ts';
import type { CoverageInterval } from '../../../utils/history/flag.ts';
import { removeAll } from '../../../utils/history/remove.ts';

const at = (day: number) => `2026-11-${day}T10:00:00.000Z`;
const interval = (from: number, until: number | null, reason: CoverageInterval['reason'] = 'recording') => ({
  from: at(from),
  until: until === null ? null : at(until),
  reason,
});

let database: HistoryDatabase;
beforeEach(async () => {
  database = await openHistory(`coverage-${crypto.randomUUID()}`);
});
afterEach(() => database.close());

describe.each([
  ['begins later and has ended', interval(12, 13)],
  ['lies in the future', interval(28, 29)],
])('beside an imported interval that %s', (_, imported) => {
  beforeEach(async () => {
    await noteCoverage(database, 'recording', at(10));
    await database.add('coverage', imported);
  });
  const own = async () => (await coverage(database)).filter(({ from }) => from !== imported.from);

  test('the same reason again opens nothing', async () => {
    await noteCoverage(database, 'recording', at(20));
    await noteCoverage(database, 'recording', at(21));
    expect(await own()).toEqual([interval(10, null)]);
  });

  test('another reason ends the open one, and leaves the imported one as it is', async () => {
    await noteCoverage(database, 'paused', at(20));
    expect(await own()).toEqual([interval(10, 20), interval(20, null, 'paused')]);
    expect(await database.get('coverage', imported.from)).toEqual(imported);
  });
});

test('of several open ones each lasted until the next began', async () => {
  for (const open of [interval(10, null), interval(11, null), interval(13, null, 'paused')]) {
    await database.add('coverage', open);
  }
  await noteCoverage(database, 'paused', at(14));
  expect(await coverage(database)).toEqual([
    interval(10, 11),
    interval(11, 13),
    interval(13, null, 'paused'),
  ]);
});

describe('when everything is removed', () => {
  test('nothing tells how recording stood before, and the present state holds from then on', async () => {
    await noteCoverage(database, 'not chosen', at(10));
    await noteCoverage(database, 'recording', at(11));
    await database.add('coverage', interval(12, 13, 'paused'));
    await database.add('coverage', interval(28, 29));
    await removeAll(database, at(20));
    expect(await coverage(database)).toEqual([interval(20, null)]);
    await noteCoverage(database, 'recording', at(21));
    expect(await coverage(database)).toEqual([interval(20, null)]);
  });

  test('a history in which nothing was noted yet stays so', async () => {
    await database.add('coverage', interval(10, 11));
    await removeAll(database, at(20));
    expect(await coverage(database)).toEqual([]);
  });
});
