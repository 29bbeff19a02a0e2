import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { identify, type RawSender, type Sender, type SenderKind } from './sender.ts';

/** One message: who may send it, what its payload must be, and who answers. */
export interface Route<Schema extends v.GenericSchema, Answer, From extends SenderKind> {
  from: From;
  payload: Schema;
  answer(payload: v.InferOutput<Schema>, sender: Extract<Sender, { kind: From }>): Promise<Answer>;
}

/** A route seen from the door: its own types were checked where `route` made it. */
interface AnyRoute {
  from: SenderKind;
  payload: v.GenericSchema;
  answer(payload: never, sender: never): Promise<unknown>;
}
export type Routes = Record<string, AnyRoute>;

/** What a message gets back; a refusal has its name, never the error's inner text. */
export type Reply<Answer> = { ok: Answer } | { refused: 'sender' | 'payload' | 'unknown' | 'failed' };

/** The reply was a refusal, or the background could not be reached. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
}

export function route<Schema extends v.GenericSchema, Answer, From extends SenderKind>(
  from: From,
  payload: Schema,
  answer: Route<Schema, Answer, From>['answer'],
): Route<Schema, Answer, From> {
  return { from, payload, answer };
}

/** Answers one message. Sender and payload are checked at the door, before any handler runs. */
export async function dispatch(
  routes: Routes,
  message: unknown,
  sender: Sender | null,
  onError: (error: unknown) => void,
): Promise<Reply<unknown>> {
  const envelope = v.safeParse(Envelope, message);
  if (!envelope.success) return { refused: 'unknown' };
  const { kind, payload } = envelope.output;
  const found = Object.hasOwn(routes, kind) ? routes[kind] : undefined;
  if (!found) return { refused: 'unknown' };
  if (!sender || sender.kind !== found.from) return { refused: 'sender' };
  const parsed = v.safeParse(found.payload, payload);
  if (!parsed.success) return { refused: 'payload' };
  try {
    const answer = await found.answer(parsed.output as never, sender as never);
    // Chromium sends JSON, in which a field that is undefined is lost.
    return { ok: answer ?? null };
  } catch (error) {
    onError(error);
    return { refused: 'failed' };
  }
}

const Envelope = v.object({ kind: v.string(), payload: v.unknown() });

/** Listens for the routes' messages; must be called synchronously at worker start. */
export function listen(routes: Routes, onError: (error: unknown) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, raw: RawSender) => {
    const sender = identify(raw, browser.runtime.id, browser.runtime.getURL('/'));
    return dispatch(routes, message, sender, onError);
  });
}

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
    const reply = (await browser.runtime.sendMessage({ kind, payload })) as
      | Reply<AnswerOf<Map[Kind]>>
      | undefined;
    // An answer of undefined arrives as an empty object: messages travel as JSON in Chromium.
    if (reply && !('refused' in reply)) return reply.ok;
    throw new MessageError(reply ? `${kind}: ${reply.refused}` : `${kind}: no answer`);
  };
}
