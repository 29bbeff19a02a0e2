import { expect, test } from 'vitest';
import { isBadHost, parseHost } from '../../../utils/domain/host.ts';
import type { NavigationEvent } from '../../../utils/navigation/event.ts';
import { step } from '../../../utils/navigation/machine.ts';
import { MAX_URL, NO_JOURNEYS } from '../../../utils/navigation/state.ts';

/** As long as Chromium lets an address be. */
const LONG = 2_000_000;
const page = { tabId: 1, frameId: 0, timeStamp: 1 };
const committed = { kind: 'committed' as const, transitionType: 'link', transitionQualifiers: [] };

test.each([
  ['query', `https://okx.example/?${'a'.repeat(LONG)}`],
  ['fragment', `https://okx.example/#${'a'.repeat(LONG)}`],
  ['password', `https://u:${'a'.repeat(LONG)}@okx.example/`],
])('an address with an endless %s is judged by its host, and kept in bounds', (_what, url) => {
  const events: NavigationEvent[] = [
    { ...page, kind: 'before', url },
    { ...page, kind: 'request', requestId: '1', url },
    { ...page, kind: 'redirect', requestId: '1', url, redirectUrl: `${url}b` },
    { ...page, ...committed, url: `${url}b`, documentId: 'd' },
    { ...page, kind: 'inPage', url: `${url}c`, documentId: 'd' },
    { kind: 'sweep', timeStamp: 2, tabs: [{ tabId: 2, url }] },
  ];
  let state = NO_JOURNEYS;
  const judged: string[] = [];
  for (const event of events) {
    const next = step(state, event);
    state = next.state;
    expect(JSON.stringify(next.decisions).length).toBeLessThan(8 * MAX_URL);
    for (const decision of next.decisions) if (decision.kind === 'judge') judged.push(decision.url);
  }
  expect(JSON.stringify(state).length).toBeLessThan(12 * MAX_URL);
  expect(judged.length).toBeGreaterThan(1);
  for (const one of judged) {
    const host = parseHost(one);
    expect(isBadHost(host) ? host.fault : host.ascii).toBe('okx.example');
  }
});
