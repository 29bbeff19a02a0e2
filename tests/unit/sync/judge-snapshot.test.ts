import { expect, test } from 'vitest';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import type { ListContents } from '../../../utils/list/list-contents.ts';
import { deltaPath } from '../../../utils/list/publication-paths.ts';
import { refuseManifest } from '../../../utils/sync/judge-manifest.ts';
import { judgeSnapshot } from '../../../utils/sync/judge-snapshot.ts';
import { openStored } from '../../../utils/sync/open-stored.ts';
import type { SyncOutcome } from '../../../utils/sync/outcome.ts';
import { reported } from '../list/sample-list.ts';
import { deviceOnTwo, NO_DELTA } from './device-on-two.ts';
import { type Bytes, contents, DAY, NAMES, NOW, publish, summary, type Version } from './publisher.ts';
import { serve } from './serve.ts';

const PORTS = { pause: async () => undefined, whyUnfit: async () => null };
const some = contents(3).reported;

async function judged({ manifest, snapshot }: Version, isFirst = false): Promise<SyncOutcome | null> {
  const { snapshot: before } = await publish(contents(2));
  const previous = isFirst ? null : (await openStored(new Blob([before]))).meta;
  return judgeSnapshot(manifest, snapshot, previous, 'delta', PORTS).then(
    () => null,
    ({ outcome }) => outcome,
  );
}

test.each<[string, Partial<ListContents>, boolean, object | null]>([
  ['one name more', {}, false, null],
  ['half the size', { reported: some.slice(0, NAMES / 2) }, false, { kind: 'refused: size', file: 'delta' }],
  ['half the size of another publisher’s', { reported: some.slice(0, NAMES / 2) }, true, null],
  [
    'an own name',
    { reported: [...some, reported('okx.com', 'okx')] },
    false,
    { kind: 'refused: contents', detail: expect.stringMatching(/^own name reported: [^;]*okx\.com[^;]*$/) },
  ],
  [
    'half the size and an own name: what it says weighs more',
    { reported: [...some.slice(0, NAMES / 2), reported('okx.com', 'okx')] },
    false,
    {
      kind: 'refused: contents',
      detail: expect.stringMatching(/(?:^|; )shrunk: .*(?:^|; )own name reported: /),
    },
  ],
])('%s', async (_, change, isFirst, outcome) => {
  const told = await judged(await publish(contents(3, change)), isFirst);
  if (outcome === null) expect(told).toBeNull();
  else expect(told).toMatchObject(outcome);
});

test('bytes of another checksum', async () => {
  const { manifest } = await publish(contents(3));
  const { snapshot } = await publish(contents(2));
  expect(await judged({ manifest, snapshot, files: new Map() })).toEqual({
    kind: 'refused: checksum',
    file: 'delta',
  });
});

test.each<[string, Bytes]>([
  ['are no list', new Uint8Array(50)],
  ['end too soon', encodeSnapshot(contents(3)).slice(0, -40)],
])('signed bytes that %s', async (_, snapshot) => {
  const { manifest } = await publish(contents(3));
  const named = { ...manifest.snapshot, ...(await summary(snapshot)) };
  expect(await judged({ manifest: { ...manifest, snapshot: named }, snapshot, files: new Map() })).toEqual({
    kind: 'refused: contents',
    detail: expect.stringMatching(/./),
  });
});

test('a manifest that holds for too long, by its dates', async () => {
  const expires = new Date(NOW + 4000 * DAY).toISOString();
  const { manifest } = await publish(contents(3, { expires }));
  expect(() => refuseManifest(manifest, null, NOW)).toThrow(
    expect.objectContaining({
      outcome: { kind: 'refused: contents', detail: `valid from ${manifest.issued} to ${expires}` },
    }),
  );
});

const on = deviceOnTwo();

test('a list refused by its size is named by the file that it came in', async () => {
  const list = contents(3, { reported: some.slice(0, NAMES / 2) });
  const half = await publish(list, { from: [on.second] });
  expect(half.files.has(deltaPath(3, 2))).toBe(true);
  on.server.behave(serve(half));
  expect(await on.phone.sync()).toMatchObject({ kind: 'refused: size', file: 'delta' });
  on.server.behave(serve(half, NO_DELTA));
  expect(await on.phone.sync()).toMatchObject({ kind: 'refused: size', file: 'snapshot' });
});
