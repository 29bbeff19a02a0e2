import type { FetchFault } from './fetch-fault.ts';
import type { StoreFault } from './list-database.ts';

/** The file of a published list that an outcome speaks of. */
export type ListFile = 'pointer' | 'manifest' | 'signature' | 'snapshot' | 'delta';

/** How one try at the list ended, with the facts to say it in words. Whatever went wrong, the list in use stays. */
export type SyncOutcome =
  | { kind: 'updated by difference' | 'updated whole'; version: number; from: number | null; bytes: number }
  | { kind: 'already current'; version: number }
  /** The host has the version that the user went back from, and none after it. */
  | { kind: 'held back'; version: number }
  | { kind: 'no address set' | 'no key set' }
  /** Another try is under way, or another source was set before this one began. */
  | { kind: 'busy' }
  | { kind: 'no answer'; file: ListFile; detail: string }
  | { kind: 'too slow'; file: ListFile; received: number }
  | { kind: 'host error'; file: ListFile; status: number; retryAfterMs: number | null }
  | { kind: 'redirected'; file: ListFile }
  /** A page or something else where a file of a list was to be. */
  | { kind: 'not a list'; file: ListFile; detail: string }
  | { kind: 'incomplete'; file: ListFile; received: number; size: number }
  | { kind: 'refused: signature'; detail: string }
  | { kind: 'refused: unknown key'; keyId: string }
  | { kind: 'refused: checksum'; file: ListFile }
  | { kind: 'refused: older version'; version: number; floor: number }
  | { kind: 'refused: same version'; version: number }
  | { kind: 'refused: version jump'; version: number; floor: number }
  | { kind: 'refused: expired'; expires: string }
  | { kind: 'refused: issued in the future'; issued: string }
  | { kind: 'refused: size'; file: ListFile; detail: string }
  | { kind: 'refused: contents'; detail: string }
  | { kind: 'storage failed'; fault: StoreFault; detail: string };

export type OutcomeKind = SyncOutcome['kind'];

/** Ends a try early; caught where the try began, it never leaves the room. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly outcome: SyncOutcome;
  constructor(outcome: SyncOutcome, options?: ErrorOptions) {
    super(outcome.kind, options);
    this.outcome = outcome;
  }
}

export function refuseFetch(file: ListFile, fault: FetchFault): Refusal {
  switch (fault.fault) {
    case 'no answer':
      return new Refusal({ kind: 'no answer', file, detail: fault.detail });
    case 'too slow':
      return new Refusal({ kind: 'too slow', file, received: fault.received });
    case 'status':
      return new Refusal({
        kind: 'host error',
        file,
        status: fault.status,
        retryAfterMs: fault.retryAfterMs,
      });
    case 'redirected':
      return new Refusal({ kind: 'redirected', file });
    case 'wrong type':
      return new Refusal({ kind: 'not a list', file, detail: fault.type });
    case 'too large':
      return new Refusal({ kind: 'refused: size', file, detail: `more than ${fault.limit} bytes` });
  }
}

/** The host answered as a host of this list does; the wait until the next try is the ordinary one. */
export function isSuccess({ kind }: SyncOutcome): boolean {
  return kind.startsWith('updated') || kind === 'already current' || kind === 'held back';
}

/** Nothing was asked of any host. */
export function isNoTry({ kind }: SyncOutcome): boolean {
  return kind === 'no address set' || kind === 'no key set' || kind === 'busy';
}

/** Outcomes that an honest host in working order does not bring about: the options page raises them. */
const ALARMING: ReadonlySet<OutcomeKind> = new Set([
  'refused: signature',
  'refused: unknown key',
  'refused: checksum',
  'refused: same version',
  'refused: version jump',
  'refused: size',
  'refused: contents',
]);

export function isAlarming({ kind }: SyncOutcome): boolean {
  return ALARMING.has(kind);
}
