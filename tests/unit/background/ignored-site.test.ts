import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { engine } from '../../../entrypoints/background/engine.ts';
import { ignore, unignoreDomain } from '../../../entrypoints/background/ignore.ts';
import { knownAccounts } from '../../../entrypoints/background/known-accounts.ts';
import { readMarks } from '../../../entrypoints/background/page-trail.ts';
import { history } from '../../../entrypoints/background/recorder.ts';
import { session } from '../../../entrypoints/background/session.ts';
import { decideOn } from '../../../entrypoints/background/tab-document.ts';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { changeSettings, readSettings } from '../../../utils/settings/store.ts';
import { builtPackage } from './built-package.ts';
import { ledDocument } from './led-document.ts';
import { recordingOn } from './recording-on.ts';

const servePackage = builtPackage();
const NEVER_RECORDED = {
  kinds: ['listed', 'succession', 'succession'],
  term: 'always',
  record: false,
} as const;

beforeEach(async () => {
  servePackage();
  await recordingOn();
});

afterEach(async () => {
  await changeSettings(() => ({ recording: 'undecided', ignored: [] }));
});

/** What a visit came to: the findings shown, and the flags kept. */
async function visited(key: string): Promise<{ shown: string[]; flags: number }> {
  const document = ledDocument(key);
  await decideOn(await session(), 1, document);
  const shown = document.verdict!.findings.map(({ kind }) => kind);
  return { shown, flags: await (await history()).count('flags') };
}

test('a host below a domain is ignored with all of it', async () => {
  const { url } = ledDocument('a');
  const { hostname } = new URL(url);
  await ignore({ ...NEVER_RECORDED, domain: `www.${hostname}`, kinds: [...NEVER_RECORDED.kinds] });
  const [{ domain, kinds } = { domain: '', kinds: [] }] = (await readSettings()).ignored;
  expect({ domain, kinds }).toEqual({ domain: hostname, kinds: ['listed', 'succession'] });
  await unignoreDomain(hostname);
  expect((await readSettings()).ignored).toEqual([]);
});

test('a domain that is not to be recorded has no flag, whatever else is found on it', async () => {
  const { hostname } = new URL(ledDocument('a').url);
  await ignore({ domain: hostname, kinds: ['landing'], term: 'always', record: false });
  const quiet = await visited('a');
  expect(quiet.shown).not.toEqual([]);
  expect(quiet.flags).toBe(0);
  await unignoreDomain(hostname);
  expect((await visited('b')).flags).toBe(1);
});

test('its visits stand in neither the numerator nor the denominator, until they are recorded again', async () => {
  const { hostname } = new URL(ledDocument('a').url);
  const checked = async () => (await (await history()).getAll('daily')).map((day) => day.checked);
  await ignore({ domain: hostname, kinds: ['landing'], term: 'always', record: false });
  const document = ledDocument('a');
  await decideOn(await session(), 1, document);
  expect(await checked()).toEqual([]);
  await unignoreDomain(hostname);
  await decideOn(await session(), 1, document);
  await decideOn(await session(), 1, document);
  expect(await checked()).toEqual([1]);
});

test('a flag keeps what it was made of when its findings are ignored, and tells of it', async () => {
  const document = ledDocument('a');
  const { hostname } = new URL(document.url);
  const state = await session();
  state.tabs[1] = document;
  await decideOn(state, 1, document);
  const [before] = await (await history()).getAll('flags');
  expect(before?.findings.length).toBeGreaterThan(0);
  await ignore({ domain: hostname, kinds: before!.local.kinds, term: 'day', record: true });
  expect(document.verdict).toMatchObject({ findings: [], tier: 'none' });
  expect(await (await history()).getAll('flags')).toEqual([{ ...before, action: 'ignored' }]);
  await unignoreDomain(hostname);
  const [again] = await (await history()).getAll('flags');
  expect(again?.findings).toEqual(before?.findings);
});

test('nor does it leave an account: what its page bears is not noted', async () => {
  const page = { ...ledDocument('own'), url: 'https://www.okx.com/', chain: [] };
  await decideOn(await session(), 1, page);
  const signals = { ...emptySignals(), accounts: ['analytics G-9'] };
  await ignore({ domain: 'okx.com', kinds: ['landing'], term: 'always', record: false });
  await readMarks(signals, null, page, await engine());
  expect(await knownAccounts()).toEqual({});
  await unignoreDomain('okx.com');
  await readMarks(signals, null, page, await engine());
  expect(Object.keys(await knownAccounts())).toEqual(['analytics G-9']);
});
