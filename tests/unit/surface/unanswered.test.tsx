// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { Unanswered } from '../../../entrypoints/surface/unanswered.tsx';
import { MessageError } from '../../../utils/messaging/message-error.ts';
import { click, show } from '../components/show.tsx';

/** What the browser tells of a promise that failed with nobody there. */
async function failed(reason: unknown): Promise<Event> {
  const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason });
  await act(async () => void window.dispatchEvent(event));
  return event;
}

test("what the background did not answer is said until the next press; another failure is the browser's to tell", async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const root = await show(<Unanswered />);
  const said = () => root.querySelector('[role=alert]')?.textContent ?? null;
  expect((await failed(new TypeError('ours'))).defaultPrevented).toBe(false);
  expect(said()).toBeNull();
  expect((await failed(new MessageError('disallow: failed'))).defaultPrevented).toBe(true);
  expect(said()).toContain("Ensign's background did not answer");
  expect(told).toHaveBeenCalledOnce();
  await click(root as HTMLElement);
  expect(said()).toBeNull();
});
