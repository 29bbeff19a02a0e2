import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import schema from '../../../assets/static/managed_schema.json' with { type: 'json' };
import { applyPolicy, POLICY_FIELDS, parsePolicy } from '../../../utils/settings/policy.ts';
import { readPolicy } from '../../../utils/settings/policy-store.ts';
import { parseSettings } from '../../../utils/settings/settings.ts';

beforeEach(() => fakeBrowser.reset());

test('a field that says what no policy may is left out and named, the others hold', () => {
  const policy = parsePolicy({
    recording: 'on',
    retentionDays: 30,
    study: 'x',
    language: 'fr',
    supportAddress: 'javascript:alert(1)',
    listKeys: [],
    listAddress: 'https://lists.example/',
  });
  expect(policy.values).toEqual({ retentionDays: 30, listAddress: 'https://lists.example/' });
  expect(policy.refused).toEqual(['language', 'listKeys', 'recording', 'study', 'supportAddress']);
});

test.each([
  ['off', 'on', 'off'],
  [undefined, 'on', 'on'],
  [undefined, 'paused', 'paused'],
  ['on', 'off', 'off'],
  ['on', 'undecided', 'undecided'],
])('recording %s by policy, %s by the user: %s', (policy, user, held) => {
  const settings = parseSettings({ recording: user });
  expect(applyPolicy(settings, parsePolicy({ recording: policy })).recording).toBe(held);
});

test.each([
  [30, 90, 30],
  [365, 90, 90],
  [30, 7, 7],
  [-1, 90, 90],
  ['30', 90, 90],
])('retention of %s by policy, %s by the user: %s', (policy, user, held) => {
  const settings = parseSettings({ retentionDays: user });
  expect(applyPolicy(settings, parsePolicy({ retentionDays: policy })).retentionDays).toBe(held);
});

test('whatever is managed: recording is never forced, nothing is kept longer, all else stays the user’s', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.record({ recording: fc.anything(), retentionDays: fc.anything() })),
      fc.constantFrom('undecided' as const, 'on' as const, 'paused' as const, 'off' as const),
      fc.integer({ min: 1, max: 3650 }),
      (managed, recording, retentionDays) => {
        const chosen = parseSettings({ recording, retentionDays });
        const held = applyPolicy(chosen, parsePolicy(managed));
        expect(['off', recording]).toContain(held.recording);
        expect(held.retentionDays).toBeLessThanOrEqual(retentionDays);
        expect({ ...held, recording, retentionDays, language: chosen.language }).toEqual(chosen);
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});

test('the schema for Chromium names the same fields', () => {
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(POLICY_FIELDS).sort());
});

test('a policy not read yet is remembered, a policy taken away is forgotten', async () => {
  const managed = fakeBrowser.storage.managed as unknown as { get(keys: null): Promise<object> };
  let says: object = { recording: 'off' };
  managed.get = async () => says;
  expect((await readPolicy(0)).values).toEqual({ recording: 'off' });
  says = {};
  expect((await readPolicy(1_000)).values).toEqual({ recording: 'off' });
  expect((await readPolicy(20_000)).values).toEqual({ recording: 'off' });
  expect((await readPolicy(180_000)).values).toEqual({ recording: 'off' });
  expect((await readPolicy(210_000)).values).toEqual({});
  expect((await readPolicy(211_000)).values).toEqual({});
});

test('a policy that cannot be remembered, or not be forgotten, is read all the same', async () => {
  const managed = fakeBrowser.storage.managed as unknown as { get(keys: null): Promise<object> };
  let says: object = { recording: 'off' };
  managed.get = async () => says;
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const { local, session } = fakeBrowser.storage;
  const full = new Error('QuotaExceededError');
  vi.spyOn(local, 'set').mockRejectedValueOnce(full);
  expect((await readPolicy(0)).values).toEqual({ recording: 'off' });
  await readPolicy(0);
  says = {};
  await session.remove('policyFirstRead');
  vi.spyOn(session, 'set').mockRejectedValueOnce(full);
  expect((await readPolicy(1_000)).values).toEqual({ recording: 'off' });
  await readPolicy(1_000);
  vi.spyOn(local, 'remove').mockRejectedValueOnce(full);
  expect((await readPolicy(300_000)).values).toEqual({});
  expect(told).toHaveBeenCalledTimes(3);
  expect((await readPolicy(300_000)).values).toEqual({});
});

test('a browser without managed storage has no policy', async () => {
  const managed = fakeBrowser.storage.managed as unknown as { get(keys: null): Promise<object> };
  managed.get = () => Promise.reject(new Error('Managed storage manifest not found'));
  expect(await readPolicy()).toEqual({ values: {}, refused: [] });
});
