import { expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { MessageError } from '../../../utils/messaging/message-error.ts';
import { messenger } from '../../../utils/messaging/messenger.ts';

const send = messenger<{ leave: { from: 'surface'; answer(): Promise<number> } }>();

test.each([
  ['an answer', async () => ({ ok: 7 }), 7],
  ['a refusal', async () => ({ refused: 'failed' }), 'leave: failed'],
  ['no answer', async () => undefined, 'leave: no answer'],
  ['nobody there', () => Promise.reject(new Error('Receiving end does not exist.')), 'leave: no answer'],
])('%s', async (_what, reply, expected) => {
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(reply);
  const answer = await send('leave', undefined as never).catch((error: unknown) => error);
  if (typeof expected === 'number') expect(answer).toBe(expected);
  else expect(answer).toEqual(new MessageError(expected));
});
