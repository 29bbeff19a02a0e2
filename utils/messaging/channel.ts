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
