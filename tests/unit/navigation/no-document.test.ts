import { describe, expect, test } from 'vitest';
import { A, announced, B, C, committed, event, now, request } from './events.ts';
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

  test('the page shown stays, and a later one is asked for anew', () => {
    const events = [committed(A, 'd1'), announced(B), event('error', B, { error: 'net::ERR_ABORTED' })];
    const { decisions } = travel([
      ...events,
      event('inPage', `${A}#x`, { documentId: 'd1' }),
      committed(C, 'd2'),
    ]);
    expect(story(decisions).slice(1, 3)).toEqual([`dropped aborted: ${B}`, `inPage: ${A}#x`]);
  });
});
