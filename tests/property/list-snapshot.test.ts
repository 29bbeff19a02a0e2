import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHost } from '../../utils/domain/host.ts';
import { checkSnapshot } from '../../utils/list/check-snapshot.ts';
import { encodeSnapshot } from '../../utils/list/encode.ts';
import { openSnapshot } from '../../utils/list/lookup.ts';
import { packDate, unpackDate } from '../../utils/list/partial-date.ts';
import { readList } from '../../utils/list/read-list.ts';
import { readInMemory } from '../../utils/list/reading.ts';
import { Snapshot } from '../../utils/list/snapshot.ts';
import { SnapshotError } from '../../utils/list/snapshot-error.ts';
import { hostOf, SAMPLE } from '../unit/list/sample-list.ts';
import { arbitraryList } from './list-arbitrary.ts';

const seed = 20_261_123;

describe('a snapshot', () => {
  test('gives back the list that went in, and finds every name of it', () => {
    fc.assert(
      fc.property(arbitraryList(), (list) => {
        const bytes = encodeSnapshot(list);
        const snapshot = new Snapshot(bytes.buffer);
        readInMemory(bytes, checkSnapshot(snapshot));
        const back = readInMemory(bytes, readList(snapshot));
        expect(back.exchanges).toEqual(list.exchanges.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
        expect(back.reported).toHaveLength(list.reported.length);
        expect(back.reported).toEqual(expect.arrayContaining(list.reported));
        const index = openSnapshot(bytes.buffer);
        for (const { domains, id } of list.exchanges) {
          for (const { domain } of domains) {
            const hits = index.find(hostOf(`www.${domain}`)).filter((hit) => hit.kind === 'listed');
            expect(hits.map((hit) => hit.exchange.id)).toContain(id);
          }
        }
        for (const { name } of list.reported) {
          expect(index.find(hostOf(name)).some((hit) => hit.kind === 'reported' && hit.name === name)).toBe(
            true,
          );
        }
      }),
      { seed, numRuns: 200 },
    );
  });

  test('with any bytes changed ends in an answer or a SnapshotError', () => {
    const whole = encodeSnapshot(SAMPLE);
    const host = parseHost('www.okx.com');
    if ('fault' in host) throw new Error(host.fault);
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat(whole.length),
        fc.boolean(),
        (changes, cut, cuts) => {
          const copy = whole.slice(0, cuts ? cut : whole.length);
          for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
          try {
            const index = openSnapshot(copy.buffer);
            index.find(host);
            for (const _ of index.exchanges());
            readInMemory(copy, checkSnapshot(new Snapshot(copy.buffer)));
          } catch (error) {
            if (!(error instanceof SnapshotError)) throw error;
            refused++;
          }
        },
      ),
      { seed, numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});

test('dates survive packing', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2156-12-31'), noInvalidDate: true }),
      fc.constantFrom(4, 7, 10),
      (date, precision) => {
        const text = date.toISOString().slice(0, precision);
        const packed = packDate(text);
        expect(packed).toBeLessThan(0x10000);
        expect(unpackDate(packed)).toBe(text);
      },
    ),
    { seed },
  );
});
