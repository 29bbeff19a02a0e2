import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What both browsers recorded (`npm run record:navigation`). */
export const FIXTURES = fileURLToPath(new URL('../../fixtures/navigation/', import.meta.url));

export const BROWSERS = ['chromium', 'firefox'] as const;
export type Browser = (typeof BROWSERS)[number];

export interface RecordedEvent {
  kind: string;
  tabId: number;
  timeStamp: number;
  url?: string;
  redirectUrl?: string;
  requestId?: string;
  documentId?: string;
}

export interface Page {
  url: string;
  documentId: string;
}

const START = 'http://start.example/';
const LISTED = 'http://listed.example/';

export function recorded(browser: Browser, scenario: string): RecordedEvent[] {
  return JSON.parse(readFileSync(`${FIXTURES}${browser}/${scenario}.json`, 'utf8')).events;
}

/** As Firefox before 153 tells it. */
export function withoutIds(events: RecordedEvent[]): RecordedEvent[] {
  return events.map(({ documentId: _none, ...event }) => event);
}

/** Journeys of other length than the recorded ones, each step as it was recorded, and a second after the one before. */
export function journeyIn(browser: Browser) {
  let time = 0;
  const step = (scenario: string, place: number, names: Record<string, string>, documentId: string) => {
    const leg = legOf(recorded(browser, scenario), place);
    const begun = time + 1_000;
    const named = (url: string) => names[url] ?? url;
    return leg.map((event): RecordedEvent => {
      const { url, redirectUrl, requestId, kind } = event;
      time = begun + event.timeStamp - leg[0]!.timeStamp;
      return {
        ...event,
        timeStamp: time,
        ...(url ? { url: named(url) } : {}),
        ...(redirectUrl ? { redirectUrl: named(redirectUrl) } : {}),
        ...(requestId ? { requestId: `${requestId} from ${begun}` } : {}),
        ...(kind === 'committed' || kind === 'completed' ? { documentId } : {}),
      };
    });
  };
  return {
    /** A link whose address a server redirects. */
    led: (by: string, { url, documentId }: Page) =>
      step('redirect-302-slow', 1, { 'http://short.example/x': by, [LISTED]: url }, documentId),
    link: ({ url, documentId }: Page) => step('back-and-forward', 1, { [LISTED]: url }, documentId),
    /** A page that the browser has kept. */
    back: ({ url, documentId }: Page) => step('back-and-forward', 2, { [START]: url }, documentId),
    reload: ({ url, documentId }: Page) => step('reload', 1, { [LISTED]: url }, documentId),
  };
}

/** The events of one document's coming, without what is told late of the one before. */
function legOf(events: RecordedEvent[], place: number): RecordedEvent[] {
  const ends = events.flatMap(({ kind }, index) => (kind === 'completed' ? [index] : []));
  const leg = events.slice(ends[place - 1]! + 1, ends[place]! + 1);
  return leg.slice(leg.findIndex(({ kind }) => kind !== 'response'));
}
