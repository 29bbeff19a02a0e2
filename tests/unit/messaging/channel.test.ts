import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { dispatch, route } from '../../../utils/messaging/channel.ts';
import { identify, type Sender } from '../../../utils/messaging/sender.ts';

const ROOT = 'chrome-extension://me/';
const surface: Sender = { kind: 'surface', url: `${ROOT}popup.html`, tabId: null };
const content: Sender = {
  kind: 'content',
  tabId: 1,
  url: 'https://okx.com/',
  incognito: false,
  documentId: null,
};

const routes = {
  double: route('surface', v.object({ value: v.number() }), async ({ value }) => value * 2),
  where: route('content', v.object({}), async (_payload, sender) => sender.url),
  silent: route('surface', v.object({}), async () => undefined),
  broken: route('surface', v.object({}), async () => {
    throw new Error('inner text');
  }),
};

describe('dispatch', () => {
  test.each([
    ['answers', { kind: 'double', payload: { value: 2 } }, surface, { ok: 4 }],
    [
      'takes the address from the sender',
      { kind: 'where', payload: { url: 'x' } },
      content,
      { ok: content.url },
    ],
    [
      'refuses a page a surface message',
      { kind: 'double', payload: { value: 2 } },
      content,
      { refused: 'sender' },
    ],
    ['refuses a surface a page message', { kind: 'where', payload: {} }, surface, { refused: 'sender' }],
    ['refuses nobody', { kind: 'double', payload: { value: 2 } }, null, { refused: 'sender' }],
    ['refuses a wrong payload', { kind: 'double', payload: { value: '2' } }, surface, { refused: 'payload' }],
    ['refuses an unknown kind', { kind: 'triple', payload: {} }, surface, { refused: 'unknown' }],
    ['refuses an inherited name', { kind: 'constructor', payload: {} }, surface, { refused: 'unknown' }],
    ['refuses what is no message', 'double', surface, { refused: 'unknown' }],
    ['names a failure without its text', { kind: 'broken', payload: {} }, surface, { refused: 'failed' }],
  ])('%s', async (_name, message, sender, reply) => {
    expect(await dispatch(routes, message, sender, () => undefined)).toEqual(reply);
  });
});

describe('identify', () => {
  const tab = { id: 7, incognito: true };
  test.each([
    ['a surface', { id: 'me', url: `${ROOT}history.html`, tab }, 'surface'],
    ['a page', { id: 'me', url: 'https://okx.com/', frameId: 0, tab }, 'content'],
    ['a subframe', { id: 'me', url: 'https://okx.com/', frameId: 3, tab }, undefined],
    ['another extension', { id: 'you', url: 'https://okx.com/', frameId: 0, tab }, undefined],
    ['another extension with our address', { id: 'you', url: `${ROOT}popup.html` }, undefined],
    ['a file', { id: 'me', url: 'file:///etc/passwd', frameId: 0, tab }, undefined],
    ['no tab', { id: 'me', url: 'https://okx.com/', frameId: 0 }, undefined],
    ['no address', { id: 'me', frameId: 0, tab }, undefined],
    [
      'a page that has our root in its path',
      { id: 'me', url: `https://x.example/${ROOT}`, frameId: 0, tab },
      'content',
    ],
  ])('%s', (_name, sender, kind) => {
    expect(identify(sender, 'me', ROOT)?.kind).toBe(kind);
  });
});
