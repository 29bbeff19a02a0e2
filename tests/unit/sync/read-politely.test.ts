import { afterEach, expect, test, vi } from 'vitest';
import type { Reading } from '../../../utils/list/reading.ts';
import { readPolitely } from '../../../utils/sync/read-politely.ts';

afterEach(() => void vi.restoreAllMocks());

const FILE = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

/** Reads the file in steps that take so many milliseconds each; answers what it read, a pause as '-'. */
async function readIn(...steps: number[]): Promise<string> {
  let now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const told: string[] = [];
  function* reading(): Reading<string> {
    for (const [at, taken] of steps.entries()) {
      const bytes = yield { from: at, to: at + 2 };
      told.push([...bytes].join(''));
      now += taken;
    }
    return told.join(' ');
  }
  return readPolitely(FILE, reading(), async () => {
    told.push('-');
    now += 100;
  });
}

test.each([
  ['short steps one after the other', [1, 1, 1], '01 12 23'],
  ['a pause after more than eight milliseconds', [9, 1, 1], '01 - 12 23'],
  ['none after eight', [8, 0, 0], '01 12 23'],
  ['the time since the last pause counts', [5, 5, 5, 5, 1], '01 12 - 23 34 - 45'],
  ['none at the end', [9], '01'],
  ['nothing to read', [], ''],
])('%s', async (_, steps, told) => {
  expect(await readIn(...steps)).toBe(told);
});
