import type * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Reply } from './channel.ts';
import { MessageError } from './message-error.ts';
import type { SenderKind } from './sender.ts';

type AnswerOf<R> = R extends { answer(...args: never[]): Promise<infer Answer> } ? Answer : never;
type PayloadOf<R> = R extends { payload: infer Schema extends v.GenericSchema }
  ? v.InferInput<Schema>
  : never;

/**
 * A sender typed by the background's routes: `const send = sender<typeof routes>()`.
 * @throws {MessageError} when refused or unreachable.
 */
export function messenger<Map extends Record<keyof Map, { from: SenderKind }>>() {
  return async <Kind extends keyof Map & string>(
    kind: Kind,
    payload: PayloadOf<Map[Kind]>,
  ): Promise<AnswerOf<Map[Kind]>> => {
    const reply = (await browser.runtime.sendMessage({ kind, payload }).catch((cause: unknown) => {
      throw new MessageError(`${kind}: no answer`, { cause });
    })) as Reply<AnswerOf<Map[Kind]>> | undefined;
    // An answer of undefined arrives as an empty object: messages travel as JSON in Chromium.
    if (reply && !('refused' in reply)) return reply.ok;
    throw new MessageError(reply ? `${kind}: ${reply.refused}` : `${kind}: no answer`);
  };
}
