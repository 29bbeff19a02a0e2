import { beforeAll, expect, test } from 'vitest';
import { makeDelta } from '../../../utils/list/delta.ts';
import type { Manifest } from '../../../utils/list/manifest.ts';
import { deltaPath, snapshotPath } from '../../../utils/list/publication-paths.ts';
import type { Ask } from '../../../utils/sync/ask.ts';
import type { InUse } from '../../../utils/sync/in-use.ts';
import { obtainByDifference, obtainWhole } from '../../../utils/sync/obtain.ts';
import { Refusal } from '../../../utils/sync/outcome.ts';
import { type Bytes, contents, gzip, publish, summary, type Version } from './publisher.ts';

let first: Version;
let second: Version;
beforeAll(async () => {
  first = await publish(contents(1));
  second = await publish(contents(2), { from: [first] });
});

/** A host that answers anything with the same bytes, or not at all. */
function hosting(answer: Bytes | Error): { ask: Ask; asked: unknown[][] } {
  const asked: unknown[][] = [];
  const ask: Ask = async (...given) => {
    asked.push(given);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { ask, asked };
}

const inUse = (bytes: Bytes): InUse => ({ version: 1, meta: {} as InUse['meta'], bytes: async () => bytes });
const delta = () => second.files.get(deltaPath(2, 1))!;

test('a difference to the list in use leads to the signed bytes', async () => {
  const { ask, asked } = hosting(delta());
  expect(await obtainByDifference(ask, second.manifest, inUse(first.snapshot))).toEqual({
    snapshot: second.snapshot,
    travelled: delta().length,
    by: 'difference',
  });
  expect(asked).toEqual([['delta', deltaPath(2, 1), delta().length]]);
});

test.each([
  ['there is none from the version in use', () => ({ ...inUse(first.snapshot), version: 7 })],
  ['the list in use has other bytes than it starts from', () => inUse(second.snapshot)],
])('where %s none is asked for', async (_, from) => {
  const { ask, asked } = hosting(delta());
  expect(await obtainByDifference(ask, second.manifest, from())).toBeNull();
  expect(asked).toEqual([]);
});

/** The same bytes within, packed otherwise: the byte that says of which system they come. */
const repacked = (bytes: Bytes): Bytes => bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte));

test('a difference that is packed otherwise than signed is left, whatever is in it', async () => {
  const { ask } = hosting(repacked(delta()));
  expect(await obtainByDifference(ask, second.manifest, inUse(first.snapshot))).toBeNull();
});

test.each<[string, () => Bytes]>([
  ['is no gzip', () => new Uint8Array([1, 2, 3])],
  ['is no difference', () => gzip(new Uint8Array(50))],
  ['unpacks to more than the list', () => gzip(new Uint8Array(1_000_000))],
  ['leads elsewhere', () => gzip(makeDelta(first.snapshot, first.snapshot).delta)],
])('a signed difference that %s is left', async (_, made) => {
  const bytes = made();
  const packed = await summary(bytes);
  const [row] = second.manifest.deltas;
  const manifest: Manifest = { ...second.manifest, deltas: [{ ...row!, packed }] };
  expect(await obtainByDifference(hosting(bytes).ask, manifest, inUse(first.snapshot))).toBeNull();
});

test('a difference that does not come is left; what nobody foresaw is thrown', async () => {
  const absent = hosting(new Refusal({ kind: 'redirected', file: 'delta' }));
  expect(await obtainByDifference(absent.ask, second.manifest, inUse(first.snapshot))).toBeNull();
  const broken = hosting(new TypeError('unforeseen'));
  const answer = obtainByDifference(broken.ask, second.manifest, inUse(first.snapshot));
  await expect(answer).rejects.toThrow(new TypeError('unforeseen'));
});

test('a whole list comes as it was signed', async () => {
  const packed = second.files.get(snapshotPath(2))!;
  const { ask, asked } = hosting(packed);
  expect(await obtainWhole(ask, second.manifest)).toEqual({
    snapshot: second.snapshot,
    travelled: packed.length,
    by: 'whole',
  });
  expect(asked).toEqual([['snapshot', snapshotPath(2), packed.length]]);
});

test.each<[string, (packed: Bytes) => Bytes, object]>([
  ['a byte short', (packed) => packed.slice(1), { kind: 'incomplete', file: 'snapshot' }],
  ['packed otherwise', repacked, { kind: 'refused: checksum', file: 'snapshot' }],
])('a whole list %s is refused', async (_, change, outcome) => {
  const { ask } = hosting(change(second.files.get(snapshotPath(2))!));
  await expect(obtainWhole(ask, second.manifest)).rejects.toMatchObject({ outcome });
});

test.each<[string, () => Bytes, string]>([
  ['no gzip', () => new Uint8Array([1, 2, 3]), 'not gzip, or cut short'],
  ['a bomb', () => gzip(new Uint8Array(1_000_000)), `more than`],
])('a whole list signed for that is %s is refused for its contents', async (_, made, detail) => {
  const bytes = made();
  const { snapshot } = second.manifest;
  const manifest = { ...second.manifest, snapshot: { ...snapshot, packed: await summary(bytes) } };
  await expect(obtainWhole(hosting(bytes).ask, manifest)).rejects.toMatchObject({
    outcome: { kind: 'refused: contents', detail: expect.stringContaining(detail) },
  });
});
