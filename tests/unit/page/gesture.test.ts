import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onEarlyGesture } from '../../../utils/page/gesture.ts';

/** As much of a window as is listened to. */
function pageWindow(hasBeenActive = false): Window {
  return Object.assign(new EventTarget(), {
    navigator: { userActivation: { hasBeenActive } },
  }) as unknown as Window;
}

function happen(window: Window, type: string, more: object = { isTrusted: true }): void {
  const event = new Event(type);
  for (const [name, value] of Object.entries(more)) Object.defineProperty(event, name, { value });
  window.dispatchEvent(event);
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

function watched(window: Window): number[] {
  const told: number[] = [];
  onEarlyGesture(window, (at) => told.push(at));
  return told;
}

test('the first click is told, with its time, the second is not', () => {
  const window = pageWindow();
  const told = watched(window);
  vi.setSystemTime(1_500);
  happen(window, 'mousedown');
  happen(window, 'keydown');
  expect(told).toEqual([1_500]);
});

test.each(['mousedown', 'click', 'keydown'])('%s is told where it is all that is heard of', (type) => {
  const window = pageWindow();
  const told = watched(window);
  happen(window, type);
  expect(told).toEqual([1_000]);
});

test('a page that was clicked before the script came', () => {
  expect(watched(pageWindow(true))).toEqual([1_000]);
});

test.each([
  ['a click by script', 'mousedown', { isTrusted: false }],
  ['the mouse moving', 'mousemove', { isTrusted: true }],
])('%s is none', (_what, type, more) => {
  const window = pageWindow();
  const told = watched(window);
  happen(window, type, more);
  expect(told).toEqual([]);
});

test('a click after a long time tells nothing: no redirect waits so long', () => {
  const window = pageWindow();
  const told = watched(window);
  vi.advanceTimersByTime(60_000);
  happen(window, 'keydown');
  expect(told).toEqual([]);
});

test('a page back from the cache begins anew', () => {
  const window = pageWindow();
  const told = watched(window);
  happen(window, 'keydown');
  happen(window, 'pageshow', { persisted: true, isTrusted: true });
  vi.setSystemTime(2_000);
  happen(window, 'keydown');
  expect(told).toEqual([1_000, 2_000]);
});
