/** An event as the recording extension got it. */
export type RawEvent = Record<string, unknown> & { kind: string; timeStamp: number };

/** What is kept of an event: what the machine may read, and what tells a reader the case. */
const KEPT = [
  'kind',
  'tabId',
  'frameId',
  'url',
  'documentId',
  'documentLifecycle',
  'frameType',
  'requestId',
  'redirectUrl',
  'statusCode',
  'error',
  'transitionType',
  'transitionQualifiers',
  'sourceTabId',
  'replacedTabId',
  'tabs',
  'timeStamp',
] as const;

/**
 * Makes a recording independent of the run: times from the first event on, ids numbered as they appear,
 * nothing of the recorder's own page.
 */
export function tidy(events: RawEvent[], origin: string): Record<string, unknown>[] {
  const start = Math.min(...events.map((event) => event.timeStamp));
  const number = { tabId: numbering('', true), requestId: numbering('r'), documentId: numbering('d') };
  const one = (raw: Record<string, unknown>): Record<string, unknown> => {
    const kept = KEPT.filter((field) => raw[field] !== undefined).map(
      (field) => [field, raw[field]] as const,
    );
    const event: Record<string, unknown> = Object.fromEntries(kept);
    for (const field of ['tabId', 'sourceTabId', 'replacedTabId']) {
      if (event[field] !== undefined) event[field] = number.tabId(event[field]);
    }
    for (const field of ['requestId', 'documentId'] as const) {
      if (event[field] !== undefined) event[field] = number[field](event[field]);
    }
    if (typeof event.timeStamp === 'number') event.timeStamp = Math.round(event.timeStamp - start);
    if (Array.isArray(event.tabs)) event.tabs = event.tabs.map(openTab);
    return event;
  };
  const openTab = (raw: Record<string, unknown>) => ({
    ...one(raw),
    errorOccurred: raw.errorOccurred,
    discarded: raw.discarded,
  });
  return events.filter((event) => !String(event.url ?? '').startsWith(origin)).map(one);
}

function numbering(letter: string, asNumber = false): (id: unknown) => unknown {
  const seen: unknown[] = [];
  return (id) => {
    if (!seen.includes(id)) seen.push(id);
    const index = seen.indexOf(id) + 1;
    return asNumber ? index : `${letter}${index}`;
  };
}
