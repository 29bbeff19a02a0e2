import { expect, test } from 'vitest';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { SnapshotError } from '../../../utils/list/snapshot-error.ts';
import { openStored } from '../../../utils/sync/open-stored.ts';
import { hostOf, reported } from '../list/sample-list.ts';
import { contents } from './publisher.ts';

/** Notes how much of it is read. */
class CountedBlob extends Blob {
  read = 0;
  override slice(...given: Parameters<Blob['slice']>): Blob {
    const part = super.slice(...given);
    this.read += part.size;
    return part;
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    this.read += this.size;
    return super.arrayBuffer();
  }
}

test('only the head of a stored list is read before something is looked for', async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => reported(`0kx-${n}.com`, 'okx'));
  const blob = new CountedBlob([encodeSnapshot(contents(3, { reported: many }))]);
  const index = await openStored(blob);
  expect(blob.read).toBeLessThan(blob.size / 2);
  expect(index.meta.version).toBe(3);
  expect(await index.find(hostOf('www.okx.com'))).toMatchObject([{ exchange: { id: 'okx' } }]);
  expect(blob.read).toBeLessThan(blob.size);
});

test.each([
  ['nothing', new Uint8Array(0)],
  ['something else', new Uint8Array(5000).fill(7)],
  ['cut in its head', encodeSnapshot(contents(3)).slice(0, 60)],
])('%s is no stored list', async (_, bytes) => {
  await expect(openStored(new Blob([bytes]))).rejects.toThrow(SnapshotError);
});
