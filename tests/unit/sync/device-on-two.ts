import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { deltaPath } from '../../../utils/list/publication-paths.ts';
import { isAlarming } from '../../../utils/sync/outcome.ts';
import { type Device, device } from './device.ts';
import * as host from './misbehaving-server.ts';
import { contents, NOW, publish, type Version } from './publisher.ts';
import { serve } from './serve.ts';

/** A device that has taken the second of three versions, from a host that may misbehave from now on. */
export interface DeviceOnTwo {
  server: host.MisbehavingServer;
  first: Version;
  second: Version;
  third: Version;
  phone: Device;
}

/** The whole list is asked for only where there is no difference to be had. */
export const NO_DELTA = { [deltaPath(3, 2)]: host.status(404) };

/** One for each test of a file; call at its top. */
export function deviceOnTwo(): DeviceOnTwo {
  const on = {} as DeviceOnTwo;
  beforeAll(async () => {
    on.first = await publish(contents(1));
    on.second = await publish(contents(2), { from: [on.first] });
    on.third = await publish(contents(3), { from: [on.first, on.second] });
  });
  beforeEach(async () => {
    on.server = await host.startMisbehaving();
    on.phone = device(on.server.address);
    on.server.behave(serve(on.second));
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 2, from: null });
  });
  afterEach(async () => {
    on.phone.close();
    await on.server.close();
  });
  return on;
}

/** What holds after every fault: the earlier list answers, the outcome is kept, the next good sync succeeds. */
export async function expectKept(
  { phone, server, third }: DeviceOnTwo,
  expected: object,
  alarming = false,
): Promise<void> {
  const outcome = await phone.sync();
  expect(outcome).toMatchObject(expected);
  expect(await phone.serving()).toBe(2);
  const { lastTry, alert, schedule } = phone.record();
  expect(lastTry).toEqual({ at: new Date(phone.clock.now).toISOString(), outcome });
  expect(isAlarming(outcome)).toBe(alarming);
  expect(alert).toEqual(alarming ? lastTry : null);
  expect(schedule.failures).toBe(1);
  expect(schedule.notBefore).toBeGreaterThan(phone.clock.now);
  phone.clock.now = NOW;
  server.behave(serve(third));
  expect(await phone.sync()).toMatchObject({ kind: 'updated by difference', version: 3, from: 2 });
  expect(await phone.serving()).toBe(3);
  expect(phone.record()).toMatchObject({ alert: null, schedule: { failures: 0, lastSuccessAt: NOW } });
}
