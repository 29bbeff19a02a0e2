import { describe, expect, test } from 'vitest';
import { writePointer } from '../../../utils/list/manifest.ts';
import { POINTER_PATH, snapshotPath } from '../../../utils/list/publication-paths.ts';
import { endPin } from '../../../utils/sync/end-pin.ts';
import { goBack } from '../../../utils/sync/go-back.ts';
import { StoreError } from '../../../utils/sync/list-database.ts';
import { type OutcomeKind, Refusal, type SyncOutcome } from '../../../utils/sync/outcome.ts';
import { outcomeOf, recordTry } from '../../../utils/sync/sync.ts';
import { device } from './device.ts';
import { deviceOnTwo, NO_DELTA } from './device-on-two.ts';
import * as host from './misbehaving-server.ts';
import { contents, KEY, NEXT_KEY, publish, STRANGER } from './publisher.ts';
import { serve } from './serve.ts';

const on = deviceOnTwo();

describe('what is told of a try', () => {
  test('each file as it comes, the snapshot against its exact size', async () => {
    const told = new Map<string, { received: number; size: number }>();
    on.phone.ports.onProgress = ({ file, received, size }) => told.set(file, { received, size });
    on.server.behave(serve(on.third, NO_DELTA));
    await on.phone.sync();
    const { length } = on.third.files.get(snapshotPath(3))!;
    expect([...told.keys()]).toEqual(['pointer', 'manifest', 'signature', 'snapshot']);
    expect(told.get('snapshot')).toEqual({ received: length, size: length });
    expect(told.get('pointer')).toEqual({ received: on.third.files.get(POINTER_PATH)!.length, size: 200 });
  });

  test('a pointer that says nothing', async () => {
    on.server.behave(serve(on.third, { [POINTER_PATH]: host.file('{}') }));
    expect(await on.phone.sync()).toEqual({ kind: 'not a list', file: 'pointer', detail: 'unreadable' });
  });

  test.each<[string, (typeof KEY)[], object]>([
    ['one of two trusted keys is enough', [STRANGER, KEY], { version: 3 }],
    ['the other is as well', [NEXT_KEY], { version: 3 }],
    [
      'all keys of a list that none is trusted of',
      [STRANGER],
      { kind: 'refused: unknown key', keyId: `${KEY.keyId} ${NEXT_KEY.keyId}` },
    ],
  ])('%s', async (_, keys, outcome) => {
    on.phone.source.keys = keys;
    const third = await publish(contents(3), { keys: [KEY, NEXT_KEY] });
    const pointer = writePointer({ format: 1, version: 3, keys: [KEY.keyId, NEXT_KEY.keyId] });
    on.server.behave(serve(third, { [POINTER_PATH]: pointer }));
    expect(await on.phone.sync()).toMatchObject(outcome);
  });

  test('a list from the address is noted as such', async () => {
    const { lists } = await on.phone.ports.store.contents();
    expect(lists).toMatchObject([{ version: 2, via: 'address' }]);
  });
});

describe('what is remembered of a try', () => {
  test.each<OutcomeKind>(['no address set', 'no key set', 'busy'])('%s: nothing', (kind) => {
    const before = on.phone.record();
    expect(recordTry(on.phone.ports, on.phone.source, before, { kind } as SyncOutcome)).toBe(before);
  });

  test('the wait that a host asked for, of that host’s error alone', () => {
    const wait = (outcome: SyncOutcome) =>
      recordTry(on.phone.ports, on.phone.source, on.phone.record(), outcome).schedule.notBefore! -
      on.phone.clock.now;
    const error = { kind: 'host error', file: 'pointer', status: 503 } as const;
    expect(wait({ ...error, retryAfterMs: 86_400_000 })).toBe(86_400_000);
    expect(wait({ ...error, retryAfterMs: null })).toBe(22.5 * 60_000);
    expect(wait({ kind: 'redirected', file: 'pointer' })).toBe(22.5 * 60_000);
  });
});

test('work ends in its outcome, in what it was refused for, or in the store’s fault', async () => {
  const refused: SyncOutcome = { kind: 'redirected', file: 'pointer' };
  const full = new StoreError('full', { cause: new DOMException('no', 'QuotaExceededError') });
  expect(await outcomeOf(async () => ({ kind: 'busy' }))).toEqual({ kind: 'busy' });
  expect(await outcomeOf(() => Promise.reject(new Refusal(refused)))).toEqual(refused);
  expect(await outcomeOf(() => Promise.reject(full))).toEqual({
    kind: 'storage failed',
    fault: 'full',
    detail: 'QuotaExceededError: no',
  });
  const unforeseen = new TypeError('unforeseen');
  await expect(outcomeOf(() => Promise.reject(unforeseen))).rejects.toBe(unforeseen);
});

describe('going back', () => {
  test('on a device that never took a list leaves nothing aside', async () => {
    const tablet = device('');
    expect(await goBack(tablet.ports, null)).toBe('done');
    expect((await tablet.ports.store.contents()).state).toMatchObject({ current: null, heldBack: null });
    tablet.close();
  });

  test('waits for nobody: neither it nor the end of a pin', async () => {
    await goBack(on.phone.ports, null, 'study');
    expect(await on.phone.ports.alone(() => goBack(on.phone.ports, null))).toBe('busy');
    expect(await on.phone.ports.alone(() => endPin(on.phone.ports))).toBe(false);
    expect((await on.phone.ports.store.contents()).state.pinnedOver).not.toBeNull();
  });

  test('names a store that fails, and nothing else', async () => {
    const { ports } = on.phone;
    ports.store.setState = () => Promise.reject(new StoreError('full'));
    expect(await goBack(ports, null)).toBe('storage failed');
    const unforeseen = new TypeError('unforeseen');
    ports.store.setState = () => Promise.reject(unforeseen);
    await expect(goBack(ports, null)).rejects.toBe(unforeseen);
  });
});
