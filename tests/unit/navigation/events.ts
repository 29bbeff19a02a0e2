export const A = 'https://a.test/';
export const B = 'https://b.test/';
export const C = 'https://c.test/';

let clock = 0;
/** The time of the last event. */
export const now = () => clock;

/** An event a millisecond after the one before it. */
export function event(kind: string, url: string, more: object = {}) {
  clock += 1;
  return { kind, tabId: 1, frameId: 0, url, timeStamp: clock, ...more };
}
export const announced = (url: string, more = {}) => event('before', url, more);
export const request = (url: string, requestId: string) => event('request', url, { requestId });
export const redirect = (url: string, redirectUrl: string, requestId: string) =>
  event('redirect', url, { redirectUrl, requestId });
export const committed = (url: string, documentId: string, more = {}) =>
  event('committed', url, { documentId, transitionType: 'link', transitionQualifiers: [], ...more });
export const qualified = (...transitionQualifiers: string[]) => ({ transitionQualifiers });
export const chromium = { documentLifecycle: 'active' };
