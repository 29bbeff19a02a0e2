import { expect, test, vi } from 'vitest';
import { newQueue } from '../../../entrypoints/background/in-order.ts';

test('work goes on in order after a failure, which is told, and its asker has it', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const queue = newQueue();
  const done: string[] = [];
  const failed = queue(() => Promise.reject(new Error('broken')));
  const after = queue(async () => void done.push('after'));
  await expect(failed).rejects.toThrow('broken');
  await after;
  expect(done).toEqual(['after']);
  expect(told.mock.calls.map(([error]) => String(error))).toEqual(['Error: broken']);
});

test('what Chromium answers to a worker that has ended is no error of the worker', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const queue = newQueue();
  await expect(queue(() => Promise.reject(new Error('No SW')))).rejects.toThrow('No SW');
  await queue(async () => undefined);
  expect(told).not.toHaveBeenCalled();
});
