import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ignore } from '../../../entrypoints/background/ignore.ts';
import { flagKeyOf, history, recordAction } from '../../../entrypoints/background/recorder.ts';
import { session } from '../../../entrypoints/background/session.ts';
import { decideOn } from '../../../entrypoints/background/tab-document.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { builtPackage } from './built-package.ts';
import { ledDocument } from './led-document.ts';
import { recordingOn } from './recording-on.ts';

const servePackage = builtPackage();
const SITE = new URL(ledDocument('a').url).hostname;

beforeEach(async () => {
  servePackage();
  await recordingOn();
});

afterEach(async () => {
  const state = await session();
  delete state.tabs[1];
  await changeSettings(() => ({ recording: 'undecided', storedDetail: 'host', ignored: [] }));
});

/** A document that is shown and has its flag. */
async function flagged() {
  const state = await session();
  const document = ledDocument('a');
  state.tabs[1] = document;
  await decideOn(state, 1, document);
  return { state, document };
}

/** The action on the document's flag: tabs that other tests left open may have flags of their own. */
async function kept(): Promise<string | undefined> {
  const document = flagKeyOf(await session(), ledDocument('a'));
  return (await (await history()).getFromIndex('flags', 'document', document))?.action;
}

test('what the user does with a flag is noted on it', async () => {
  const { state, document } = await flagged();
  expect(await kept()).toBe('shown');
  await recordAction(state, document, 'left');
  expect(await kept()).toBe('left');
});

test.each(['paused', 'off', 'undecided'] as const)('nothing is while recording is %s', async (recording) => {
  const { state, document } = await flagged();
  await changeSettings(() => ({ recording }));
  const changes = await (await history()).count('changes');
  await recordAction(state, document, 'left');
  await ignore({ domain: SITE, kinds: ['succession'], term: 'always', record: true });
  expect(await kept()).toBe('shown');
  expect(await (await history()).count('changes')).toBe(changes);
});

test.each(['domain', 'host', 'path', 'full'] as const)(
  'nor on a site that is not to be recorded, by that choice itself; stored detail: %s',
  async (storedDetail) => {
    await changeSettings(() => ({ storedDetail }));
    const { state, document } = await flagged();
    await ignore({ domain: SITE, kinds: ['succession'], term: 'always', record: false });
    await recordAction(state, document, 'left');
    expect(await kept()).toBe('shown');
  },
);

test('that a site is ignored and recorded still is noted', async () => {
  await flagged();
  await ignore({ domain: SITE, kinds: ['succession'], term: 'always', record: true });
  expect(await kept()).toBe('ignored');
});
