import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPatch, writePatch } from '../../utils/list/byte-patch.ts';
import { ByteReader } from '../../utils/list/byte-reader.ts';
import { ByteWriter } from '../../utils/list/byte-writer.ts';
import { applyDelta, DeltaError, makeDelta } from '../../utils/list/delta.ts';
import { encodeSnapshot } from '../../utils/list/encode.ts';
import { packSnapshot, unpackSnapshot } from '../../utils/list/pack.ts';
import { SnapshotError } from '../../utils/list/snapshot-error.ts';
import { SAMPLE } from '../unit/list/sample-list.ts';
import { arbitraryList } from './list-arbitrary.ts';

const seed = 20_261_123;
/** 10,000 by its own script; fewer in every run of the tests. */
const numRuns = Number(process.env.ENSIGN_RUNS ?? 500);

const furtherSections = fc.dictionary(
  fc.constantFrom('LKIX', 'ATTC', 'ZZZZ'),
  fc.uint8Array({ maxLength: 40 }),
  {
    noNullPrototype: true,
  },
);
const snapshot = fc
  .tuple(arbitraryList(), furtherSections)
  .map(([list, further]) => encodeSnapshot(list, new Map(Object.entries(further))));

/** A later list that shares most of an earlier one, as lists do. */
const pair = fc.oneof(
  fc.tuple(snapshot, snapshot),
  fc.tuple(arbitraryList(), arbitraryList(), fc.nat(7), fc.nat(7)).map(([a, b, keepA, keepB]) => {
    const exchanges = [...a.exchanges.slice(keepA), ...b.exchanges.slice(keepB)];
    const unique = [...new Map(exchanges.map((record) => [record.id, record])).values()];
    const ids = new Set(unique.map((record) => record.id));
    const reported = [...a.reported.slice(keepB), ...b.reported].filter((entry) => ids.has(entry.exchange));
    const later = { ...a, version: a.version + 1, exchanges: unique, reported: uniqueNames(reported) };
    return [encodeSnapshot(a), encodeSnapshot(later)] as const;
  }),
);

function uniqueNames<Entry extends { name: string }>(entries: Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}

describe('a delta', () => {
  test(`gives the later snapshot, byte for byte (${numRuns} pairs)`, { timeout: 600_000 }, () => {
    let different = 0;
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { delta, sizes } = makeDelta(before, after);
        expect(Buffer.compare(applyDelta(before, delta), after)).toBe(0);
        expect(sizes.names + sizes.nameRecords + sizes.exchanges + sizes.other).toBe(delta.length);
        if (Buffer.compare(before, after) !== 0) different++;
      }),
      { seed, numRuns },
    );
    expect(different).toBeGreaterThan(numRuns / 2);
  });

  test('with any bytes changed, or on another base, never ends in another error', () => {
    const before = encodeSnapshot(SAMPLE);
    const after = encodeSnapshot({
      ...SAMPLE,
      version: 8,
      exchanges: SAMPLE.exchanges.slice(1),
      reported: [],
    });
    const { delta } = makeDelta(before, after);
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(before, after),
        fc.array(fc.tuple(fc.nat(delta.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        fc.option(fc.nat(delta.length), { nil: delta.length }),
        (base, changes, cut) => {
          const copy = delta.slice(0, cut);
          for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
          try {
            applyDelta(base, copy);
          } catch (error) {
            if (!(error instanceof DeltaError)) throw error;
            refused++;
          }
        },
      ),
      { seed, numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});

describe('a patch', () => {
  const bytes = fc.uint8Array({ maxLength: 300, max: 3 });
  test('gives the later bytes, whatever moved', () => {
    fc.assert(
      fc.property(bytes, bytes, bytes, bytes, (head, body, more, tail) => {
        const before = Uint8Array.from([...head, ...body, ...tail]);
        for (const after of [
          Uint8Array.from([...body, ...more, ...tail]),
          Uint8Array.from([...tail, ...body]),
          head,
        ]) {
          const out = new ByteWriter();
          writePatch(out, before, after);
          const reader = new ByteReader(out.bytes);
          expect(readPatch(reader, before)).toEqual(after);
          expect(reader.done).toBe(true);
        }
      }),
      { seed, numRuns },
    );
  });

  test('sends little for a byte changed here and a stretch moved there', () => {
    const before = Uint8Array.from({ length: 20_000 }, (_, i) => Math.imul(i, 2654435761) >>> 24);
    const after = Uint8Array.from([...before.subarray(10_007), 1, 2, 3, ...before.subarray(0, 10_007)]);
    after[500] = 7;
    const out = new ByteWriter();
    writePatch(out, before, after);
    expect(out.length).toBeLessThan(150);
  });
});

describe('a packed snapshot', () => {
  test('unpacks to the same bytes', () => {
    fc.assert(
      fc.property(snapshot, (bytes) => {
        expect(Buffer.compare(unpackSnapshot(packSnapshot(bytes)), bytes)).toBe(0);
      }),
      { seed, numRuns: 200 },
    );
  });

  test('with any bytes changed never ends in another error', () => {
    const packed = packSnapshot(encodeSnapshot(SAMPLE));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(packed.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        fc.option(fc.nat(packed.length), { nil: packed.length }),
        (changes, cut) => {
          const copy = packed.slice(0, cut);
          for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
          try {
            unpackSnapshot(copy);
          } catch (error) {
            if (!(error instanceof SnapshotError)) throw error;
          }
        },
      ),
      { seed, numRuns: 3000 },
    );
  });
});
