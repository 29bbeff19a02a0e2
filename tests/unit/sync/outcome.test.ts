import { expect, test } from 'vitest';
import type { FetchFault } from '../../../utils/sync/fetch-fault.ts';
import {
  isAlarming,
  isNoTry,
  isSuccess,
  type OutcomeKind,
  refuseFetch,
  type SyncOutcome,
} from '../../../utils/sync/outcome.ts';

type Meaning = 'success' | 'no try' | 'alarm' | 'failure';

/** Every kind there is; the type sees to it that none is left out. */
const MEANING: Record<OutcomeKind, Meaning> = {
  'updated by difference': 'success',
  'updated whole': 'success',
  'already current': 'success',
  'held back': 'success',
  'no address set': 'no try',
  'no key set': 'no try',
  busy: 'no try',
  'no answer': 'failure',
  'too slow': 'failure',
  'host error': 'failure',
  redirected: 'failure',
  'not a list': 'failure',
  incomplete: 'failure',
  'refused: signature': 'alarm',
  'refused: unknown key': 'alarm',
  'refused: checksum': 'alarm',
  'refused: older version': 'failure',
  'refused: same version': 'alarm',
  'refused: version jump': 'alarm',
  'refused: expired': 'failure',
  'refused: issued in the future': 'failure',
  'refused: size': 'alarm',
  'refused: contents': 'alarm',
  'storage failed': 'failure',
};

test.each(Object.entries(MEANING))('%s: %s', (kind, meaning) => {
  const outcome = { kind } as SyncOutcome;
  const told = { success: isSuccess(outcome), noTry: isNoTry(outcome), alarm: isAlarming(outcome) };
  expect(told).toEqual({
    success: meaning === 'success',
    noTry: meaning === 'no try',
    alarm: meaning === 'alarm',
  });
});

test.each<[FetchFault, SyncOutcome]>([
  [
    { fault: 'no answer', detail: 'reset' },
    { kind: 'no answer', file: 'delta', detail: 'reset' },
  ],
  [
    { fault: 'too slow', received: 7 },
    { kind: 'too slow', file: 'delta', received: 7 },
  ],
  [
    { fault: 'status', status: 503, retryAfterMs: 9 },
    { kind: 'host error', file: 'delta', status: 503, retryAfterMs: 9 },
  ],
  [{ fault: 'redirected' }, { kind: 'redirected', file: 'delta' }],
  [
    { fault: 'wrong type', type: 'text/html' },
    { kind: 'not a list', file: 'delta', detail: 'text/html' },
  ],
  [
    { fault: 'too large', limit: 200 },
    { kind: 'refused: size', file: 'delta', detail: 'more than 200 bytes' },
  ],
])('what a fetch ends in, as an outcome: %o', (fault, outcome) => {
  expect(refuseFetch('delta', fault).outcome).toEqual(outcome);
});
