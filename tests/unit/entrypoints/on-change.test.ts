// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onSettingChange } from '../../../entrypoints/surface/on-change.ts';

test('a page that shows settings follows them and the list in use, and no visit', async () => {
  const { local, session } = fakeBrowser.storage;
  const listener = vi.fn();
  const stop = onSettingChange(listener);
  await session.set({ journeys: 1 });
  expect(listener).not.toHaveBeenCalled();
  await session.set({ listInUse: 'ab' });
  expect(listener).toHaveBeenCalledTimes(1);
  await local.set({ settings: {} });
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  await session.set({ listInUse: 'cd' });
  expect(listener).toHaveBeenCalledTimes(2);
});
