import { describe, expect, test } from 'vitest';
import { A, announced, B, C, committed, event, now, redirect, request } from './events.ts';
import { story, travel } from './journey.ts';

describe('a navigation without a document is dropped', () => {
  const answered = (statusCode: number) => event('response', A, { requestId: '1', statusCode });
  const asked = () => [announced(A), request(A, '1')];
  test.each([
    ['download, Chromium', [answered(200), event('error', A, { error: 'net::ERR_ABORTED' })], 'download'],
    ['download, Firefox', [answered(200), event('completed', A)], 'download'],
    ['204', [answered(204), event('error', A, { error: 'net::ERR_ABORTED' })], 'no content'],
    ['stopped', [event('failed', A, { requestId: '1', error: 'NS_BINDING_ABORTED' })], 'aborted'],
    ['closed', [{ kind: 'removed', tabId: 1, timeStamp: now() }], 'closed'],
  ])('%s', (_what, events, reason) => {
    const { decisions, state } = travel([...asked(), ...events, ...events]);
    expect(story(decisions)).toEqual([`dropped ${reason}: ${A}`]);
    expect(state.tabs[1]?.pending ?? []).toEqual([]);
  });

  test('bad certificate, Chromium: an error, no commit', () => {
    const error = { error: 'net::ERR_CERT_AUTHORITY_INVALID' };
    const events = [...asked(), event('failed', A, { requestId: '1', ...error }), event('error', A, error)];
    expect(story(travel(events).decisions)).toEqual([
      `dropped certificate: ${A}`,
      `elsewhere, error page: ${A}`,
    ]);
  });

  test('bad certificate, Firefox: the error page is committed as the site', () => {
    const events = [
      ...asked(),
      event('failed', A, { requestId: '1', error: 'The certificate is not trusted.' }),
    ];
    const { decisions } = travel([...events, committed(A, 'd1')]);
    expect(story(decisions)).toEqual([`dropped certificate: ${A}`, `elsewhere, error page: ${A}`]);
  });

  test('and the next try is a visit', () => {
    const failed = event('failed', A, { requestId: '1', error: 'SEC_ERROR_UNKNOWN_ISSUER' });
    const events = [
      ...asked(),
      failed,
      committed(A, 'd1'),
      announced(A),
      request(A, '2'),
      committed(A, 'd2'),
    ];
    expect(story(travel(events).decisions).at(-1)).toBe(`visit link: ${A}`);
  });

  test('and nothing is under way after its error page', () => {
    const failed = event('failed', A, { requestId: '1', error: 'SEC_ERROR_UNKNOWN_ISSUER' });
    expect(travel([announced(B), ...asked(), failed, committed(A, 'd1')]).state.tabs[1]!.pending).toEqual([]);
  });

  test('the page shown stays, and a later one is asked for anew', () => {
    const events = [committed(A, 'd1'), announced(B), event('error', B, { error: 'net::ERR_ABORTED' })];
    const { decisions } = travel([
      ...events,
      event('inPage', `${A}#x`, { documentId: 'd1' }),
      committed(C, 'd2'),
    ]);
    expect(story(decisions).slice(1, 3)).toEqual([`dropped aborted: ${B}`, `inPage: ${A}#x`]);
  });

  test('inside a page rendered ahead, nothing is told', () => {
    const hidden = { frameId: 7, documentLifecycle: 'prerender' };
    const failed = event('error', A, { ...hidden, error: 'net::ERR_FAILED' });
    expect(story(travel([announced(A, hidden), failed]).decisions)).toEqual([]);
  });

  test('which was redirected: its end is that of the address asked for', () => {
    const events = [
      announced(A),
      redirect(A, B, '1'),
      event('response', B, { requestId: '1', statusCode: 200 }),
      event('completed', A),
    ];
    expect(travel(events).decisions.at(-1)).toMatchObject({
      kind: 'dropped',
      reason: 'download',
      url: B,
      askedFor: A,
    });
  });

  test('the completion of the page shown, of a frame, or of nothing asked for ends none', () => {
    const shown = [committed(A, 'd1'), announced(`${A}#x`), announced(B)];
    const inside = { frameId: 3 };
    const ends = [event('completed', `${A}#x`), event('completed', B, inside), event('completed', C)];
    const { state, decisions } = travel([...shown, ...ends]);
    expect(story(decisions)).toEqual([`visit link: ${A}`]);
    expect(state.tabs[1]!.pending).toHaveLength(2);
  });

  test('one that failed is not completed as well', () => {
    const failed = event('failed', A, { requestId: '1', error: 'NS_ERROR_UNKNOWN_HOST' });
    expect(story(travel([...asked(), failed, event('completed', A)]).decisions)).toEqual([
      `dropped failed: ${A}`,
    ]);
  });

  test('a closed tab drops what its top frame asked for and did not get', () => {
    const closed = { kind: 'removed', tabId: 1, timeStamp: now() };
    const hidden = { frameId: 7, documentLifecycle: 'prerender' };
    const failed = event('failed', A, { requestId: '1', error: 'NS_ERROR_UNKNOWN_HOST' });
    expect(story(travel([announced(B), announced(A, hidden), closed]).decisions)).toEqual([
      `dropped closed: ${B}`,
    ]);
    expect(story(travel([announced(A, hidden), closed]).decisions)).toEqual([]);
    expect(story(travel([...asked(), failed, closed]).decisions)).toEqual([`dropped failed: ${A}`]);
  });

  test('what is told of it later is late', () => {
    const aborted = event('error', A, { error: 'net::ERR_ABORTED' });
    const late = { kind: 'request', tabId: 1, frameId: 0, requestId: '8', url: B, timeStamp: now() };
    const { decisions } = travel([committed(C, 'd1'), announced(A), aborted, late]);
    expect(decisions.filter((one) => one.kind === 'judge').map(({ url }) => url)).toEqual([C, A]);
  });

  test('in Chromium nothing of a failed one is left, in Firefox it waits for its error page', () => {
    const left = (error: string) =>
      travel([announced(A), event('error', A, { error })]).state.tabs[1]?.pending.length ?? 0;
    expect(left('net::ERR_NAME_NOT_RESOLVED')).toBe(0);
    expect(left('Error code 2152398878')).toBe(1);
  });
});
