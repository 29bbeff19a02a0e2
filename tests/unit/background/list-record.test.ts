import { expect, test, vi } from 'vitest';
import { memory } from '../../../entrypoints/background/list-ports.ts';
import { setListSource } from '../../../entrypoints/background/list-sync.ts';
import { NO_RECORD, type SyncRecord } from '../../../utils/sync/sync-record.ts';

test('of two who begin the record of a source, the second does not wipe out what was noted meanwhile', async () => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
  let stored: SyncRecord = NO_RECORD;
  const begun: SyncRecord[] = [];
  vi.spyOn(memory, 'read').mockImplementation(async () => {
    const read = stored;
    // Whoever else reads does so before this one writes.
    await new Promise((done) => setTimeout(done, 20));
    return read;
  });
  vi.spyOn(memory, 'write').mockImplementation(async (record) => {
    begun.push(record);
    stored = record;
  });
  const change = { address: 'https://lists.test/ensign/' };
  expect(await Promise.all([setListSource(change), setListSource(change)])).toEqual([null, null]);
  expect(begun).toHaveLength(1);
  expect(begun[0]?.source).toContain('https://lists.test/ensign');
});
