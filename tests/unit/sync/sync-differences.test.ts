import { describe, expect, test } from 'vitest';
import { deltaPath, snapshotPath } from '../../../utils/list/publication-paths.ts';
import { deviceOnTwo, expectKept, NO_DELTA } from './device-on-two.ts';
import * as host from './misbehaving-server.ts';
import { contents, gzip, publish } from './publisher.ts';
import { serve } from './serve.ts';

const on = deviceOnTwo();
const SNAPSHOT = snapshotPath(3);
const DELTA = deltaPath(3, 2);

describe('differences', () => {
  test('22 manifest of 3 with the list of 2', async () => {
    on.server.behave(serve(on.third, { ...NO_DELTA, [SNAPSHOT]: on.second.files.get(snapshotPath(2))! }));
    const outcome = await on.phone.sync();
    expect(['refused: checksum', 'incomplete', 'refused: size']).toContain(outcome.kind);
    expect(await on.phone.serving()).toBe(2);
  });

  test('23 a difference on another base: the whole list is taken', async () => {
    on.server.behave(serve(on.third, { [DELTA]: on.third.files.get(deltaPath(3, 1))! }));
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
    expect(await on.phone.serving()).toBe(3);
  });

  test('24 a difference that leads elsewhere: the whole list is taken', async () => {
    const elsewhere = await publish(contents(3, { reported: contents(8).reported }), { from: [on.second] });
    on.server.behave(serve(on.third, { [DELTA]: elsewhere.files.get(DELTA)! }));
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
  });

  test('24 a difference that leads elsewhere and no whole list', async () => {
    on.server.behave(serve(on.third, { [DELTA]: gzip(new Uint8Array(50)), [SNAPSHOT]: host.status(404) }));
    await expectKept(on, { kind: 'host error', file: 'snapshot' });
  });

  test('a difference that does not come: the whole list is taken', async () => {
    on.server.behave(serve(on.third, NO_DELTA));
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
  });

  test('a version without a difference from ours', async () => {
    on.server.behave(serve(await publish(contents(4))));
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 4 });
  });
});
