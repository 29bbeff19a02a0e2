import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  deltaPath,
  manifestPath,
  POINTER_PATH,
  signaturePath,
  snapshotPath,
} from '../../utils/list/publication-paths.ts';
import { type Device, device } from '../unit/sync/device.ts';
import { type Bytes, contents, KEY, NOW, publish, type Version } from '../unit/sync/publisher.ts';

/** 10,000 in the long form: ENSIGN_MUTATIONS=10000. */
const RUNS = Number(process.env.ENSIGN_MUTATIONS ?? 400);
const ADDRESS = 'https://lists.example/';

let second: Version;
let third: Version;
beforeAll(async () => {
  second = await publish(contents(2));
  third = await publish(contents(3), { from: [second] });
});

type Mutation =
  | { kind: 'bit'; at: number; bit: number }
  | { kind: 'byte'; at: number; value: number }
  | { kind: 'cut'; at: number }
  | { kind: 'insert'; at: number; bytes: number[] }
  | { kind: 'remove'; at: number; length: number }
  | { kind: 'repeat'; at: number; length: number }
  | { kind: 'replace'; bytes: number[] };

const at = fc.double({ min: 0, max: 0.999999, noNaN: true });
const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 64 });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('bit' as const), at, bit: fc.integer({ min: 0, max: 7 }) }),
  },
  fc.record({ kind: fc.constant('byte' as const), at, value: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at }),
  fc.record({ kind: fc.constant('insert' as const), at, bytes }),
  fc.record({ kind: fc.constant('remove' as const), at, length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at, length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('replace' as const), bytes }),
);

function mutate(given: Bytes, change: Mutation): Bytes {
  if (change.kind === 'replace') return Uint8Array.from(change.bytes);
  const place = Math.floor(change.at * given.length);
  const [before, after] = [given.subarray(0, place), given.subarray(place)];
  switch (change.kind) {
    case 'bit':
      return given.map((byte, index) => (index === place ? byte ^ (1 << change.bit) : byte));
    case 'byte':
      return given.map((byte, index) => (index === place ? change.value : byte));
    case 'cut':
      return before.slice();
    case 'insert':
      return Uint8Array.of(...before, ...change.bytes, ...after);
    case 'remove':
      return Uint8Array.of(...before, ...after.subarray(change.length));
    case 'repeat':
      return Uint8Array.of(...before, ...after.subarray(0, change.length), ...after);
  }
}

const FILES = [manifestPath(3), signaturePath(3, KEY.keyId), snapshotPath(3), deltaPath(3, 2)];

/** A device that has version 2 and meets a host whose files are in `files`. */
async function deviceAt(files: Map<string, Bytes>): Promise<Device> {
  const phone = device(ADDRESS, [KEY], {
    fetch: async (url) => {
      const found = files.get(url.slice(ADDRESS.length));
      return found ? new Response(found) : new Response('', { status: 404 });
    },
  });
  const now = new Map(files);
  files.clear();
  for (const [path, content] of second.files) files.set(path, content);
  await phone.sync();
  files.clear();
  for (const [path, content] of now) files.set(path, content);
  phone.clock.now = NOW;
  return phone;
}

test('no mutated file of a version is ever part of what serves', async () => {
  const files = new Map<string, Bytes>();
  const kinds: Record<string, number> = {};
  let phone = await deviceAt(files);
  const { sha256 } = third.manifest.snapshot;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (path, changes) => {
        const genuine = third.files.get(path)!;
        const mutated = changes.reduce(mutate, genuine);
        const same = Buffer.compare(mutated, genuine) === 0;
        files.clear();
        for (const [name, content] of third.files) files.set(name, content);
        // The whole list would hide what became of the difference, and the difference the whole list.
        if (path === snapshotPath(3)) files.delete(deltaPath(3, 2));
        if (path === deltaPath(3, 2)) files.delete(snapshotPath(3));
        files.set(path, mutated);
        const outcome = await phone.sync();
        kinds[outcome.kind] = (kinds[outcome.kind] ?? 0) + 1;
        const { state } = await phone.ports.store.contents();
        if (outcome.kind.startsWith('updated')) {
          // Only where what was changed is not signed: a signature's first comment and its line ends.
          expect(state.current).toBe(sha256);
          expect(await sha256Of(phone)).toBe(sha256);
          expect(same || isUnsignedPart(path, mutated, genuine)).toBe(true);
          phone.close();
          files.clear();
          phone = await deviceAt(files);
        } else {
          expect(state.current).toBe(second.manifest.snapshot.sha256);
        }
        phone.clock.now = NOW;
      },
    ),
    { seed: 13, numRuns: RUNS },
  );
  phone.close();
  console.info(`${RUNS} mutations:`, JSON.stringify(kinds));
}, 600_000);

async function sha256Of(phone: Device): Promise<string> {
  const { state } = await phone.ports.store.contents();
  const list = await phone.ports.store.list(state.current!);
  const digest = await crypto.subtle.digest('SHA-256', await list!.snapshot.arrayBuffer());
  return Buffer.from(digest).toString('hex');
}

/** A signature's untrusted comment is signed by nobody. */
function isUnsignedPart(path: string, mutated: Bytes, genuine: Bytes): boolean {
  if (path !== signaturePath(3, KEY.keyId)) return false;
  const rest = (text: Bytes) =>
    new TextDecoder().decode(text).split('\n').slice(1).join('\n').replaceAll('\r', '').trimEnd();
  return rest(mutated) === rest(genuine);
}

test('a mutated pointer only hides a version, it never makes one', async () => {
  const files = new Map<string, Bytes>();
  const phone = await deviceAt(files);
  const genuine = third.files.get(POINTER_PATH)!;
  await fc.assert(
    fc.asyncProperty(mutation, async (change) => {
      files.clear();
      for (const [name, content] of third.files) files.set(name, content);
      files.set(POINTER_PATH, mutate(genuine, change));
      await phone.sync();
      const { state } = await phone.ports.store.contents();
      expect([second, third].map(({ manifest }) => manifest.snapshot.sha256)).toContain(state.current);
      phone.clock.now = NOW;
    }),
    { seed: 14, numRuns: Math.ceil(RUNS / 10) },
  );
  phone.close();
}, 120_000);
