import fc from 'fast-check';
import { expect, test } from 'vitest';
import { step } from '../../utils/navigation/machine.ts';
import { MAX_CHAIN, MAX_PENDING, NO_JOURNEYS, restoreJourneys } from '../../utils/navigation/state.ts';

const SEED = 20_260;
const KINDS = [
  'request',
  'before',
  'target',
  'redirect',
  'response',
  'failed',
  'error',
  'committed',
  'inPage',
];
const OTHERS = ['completed', 'removed', 'replaced', 'gesture', 'sweep'];

const url = fc.constantFrom(
  'http://a.test/',
  'https://b.test/',
  'https://b.test/#x',
  'about:blank',
  'https://c.test/',
);
const tabId = fc.integer({ min: 1, max: 3 });
const documentId = fc.constantFrom('d1', 'd2', 'd3', 'd4', undefined);
const open = fc.record({ tabId, url, documentId });

/** Any event in any order, well made. */
const wellMade = fc.record({
  kind: fc.constantFrom(...KINDS, ...OTHERS),
  tabId,
  frameId: fc.constantFrom(0, 0, 0, 5),
  url,
  timeStamp: fc.integer({ min: 0, max: 30_000 }),
  documentId,
  documentLifecycle: fc.constantFrom(undefined, 'active', 'prerender'),
  requestId: fc.constantFrom('r1', 'r2', 'r3'),
  redirectUrl: url,
  replacedTabId: tabId,
  statusCode: fc.constantFrom(200, 204, 302),
  error: fc.constantFrom('net::ERR_ABORTED', 'Error code 2152398850', 'Nicht vertrauenswürdig', ''),
  transitionType: fc.constantFrom('link', 'typed', 'reload'),
  transitionQualifiers: fc.subarray(['client_redirect', 'server_redirect', 'forward_back']),
  tabs: fc.array(open, { maxLength: 3 }),
});

test('anything at all is an event, a malformed one, or nothing; never an exception', () => {
  fc.assert(
    fc.property(fc.anything(), wellMade, fc.anything(), (junk, event, value) => {
      step(restoreJourneys(junk), junk);
      for (const field of Object.keys(event)) step(NO_JOURNEYS, { ...event, [field]: value });
    }),
    { seed: SEED, numRuns: 2_000 },
  );
});

test('in any order of events: one visit for a document, bounded state, the same through JSON', () => {
  let visits = 0;
  fc.assert(
    fc.property(fc.array(wellMade, { minLength: 10, maxLength: 60 }), (events) => {
      let state = NO_JOURNEYS;
      const seen = new Set<string>();
      for (const event of events) {
        const kept = JSON.stringify(state);
        const next = step(state, event);
        expect(JSON.stringify(state)).toBe(kept);
        expect(restoreJourneys(JSON.parse(JSON.stringify(next.state)))).toEqual(next.state);
        for (const decision of next.decisions) {
          if (decision.kind === 'judge') expect(decision.url).toMatch(/^https?:/);
          if (decision.kind === 'retold') {
            expect(decision.chain.at(-1)!.url.split('#')[0]).toBe(decision.url.split('#')[0]);
            expect(decision.chain[0]!.url).toBe(decision.askedFor);
          }
          if (decision.kind !== 'visit') continue;
          visits += 1;
          const key = `${decision.tabId} ${decision.key}`;
          expect(seen.has(key)).toBe(false);
          seen.add(key);
          expect(decision.chain.at(-1)!.url).toBe(decision.url);
          expect(decision.chain[0]!.url).toBe(decision.askedFor);
        }
        for (const tab of Object.values(next.state.tabs)) {
          expect(tab.pending.length).toBeLessThanOrEqual(MAX_PENDING);
          for (const { chain } of tab.pending) expect(chain.length).toBeLessThanOrEqual(MAX_CHAIN);
        }
        if (event.kind === 'removed' || event.kind === 'replaced') seen.clear();
        state = next.state;
      }
    }),
    { seed: SEED, numRuns: 1_000 },
  );
  expect(visits).toBeGreaterThan(1_000);
});
