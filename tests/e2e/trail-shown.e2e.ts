import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LineageModel } from '../../components/models/lineage.ts';
import { ask, forgetHistory, popupOf } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { plainPage, redirectTo } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';
import { COPY } from './trail/scenes.ts';

describe.each(browsersToTest())('what the trail shows in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
  });
  afterEach(async () => {
    server.clear();
    await ask(driver, 'setRecording', { mode: 'on' });
    await forgetHistory(driver);
  });

  const stateOf = async (host: string) => (await popupOf(driver, host)).page;
  const lineage = async () => (await ask(driver, 'lineage', { exchange: 'okx' })) as LineageModel;
  const candidate = async (domain: string) =>
    (await lineage()).candidates.find((one) => one.domain === domain) ?? null;
  const successionOf = async (host: string) => {
    const shown = await stateOf(host);
    const all = 'finding' in shown ? [shown.finding, ...shown.also] : [];
    return all.find((finding) => finding.kind === 'succession');
  };

  test('a redirect, with its doubts; rejected it is shown no more, taken back it is; proposed it is a record', async () => {
    server.scene('okex.com', '*', redirectTo('https://quiet-harbour.example/'));
    server.scene('quiet-harbour.example', '*', plainPage('a page'));
    await driver.goto('https://okex.com/');
    const finding = await until(() => successionOf('quiet-harbour.example'), 'the succession');
    expect(finding).toMatchObject({ from: 'okex.com', evidence: 'redirect', doubts: ['former', 'alone'] });
    const seen = await until(() => candidate('quiet-harbour.example'), 'the candidate');
    expect(seen).toMatchObject({ standing: 'open', decision: null });
    const name = { exchange: 'okx', domain: 'quiet-harbour.example' };
    const proposed = (await ask(driver, 'proposeCandidate', name)) as { text: string };
    expect(JSON.parse(proposed.text)).toMatchObject({
      id: 'okx',
      domains: [{ domain: 'quiet-harbour.example' }],
    });
    await ask(driver, 'decideCandidate', { ...name, decision: 'rejected' });
    await driver.goto('https://quiet-harbour.example/');
    await until(async () => (await stateOf('quiet-harbour.example')).state === 'notListed', 'silence');
    await ask(driver, 'decideCandidate', { ...name, decision: null });
    await driver.goto('https://quiet-harbour.example/again');
    await until(() => successionOf('quiet-harbour.example'), 'the succession again');
  });

  test('an imitation that an old name leads to is shown with its doubt', async () => {
    server.scene('okex.com', '*', redirectTo('https://quiet-copy.example/'));
    server.scene('quiet-copy.example', '*', COPY);
    await driver.goto('https://okex.com/');
    const found = await until(async () => {
      const one = await candidate('quiet-copy.example');
      return one && one.seen.length >= 3 ? one : null;
    }, 'redirect, claim and files');
    expect(found.standing).not.toBe('supported');
    expect(found.doubts).toContain('alone');
    expect((await successionOf('quiet-copy.example'))?.doubts).toContain('alone');
  });

  test('a copy alone is a brand claim, and no more than copied', async () => {
    server.scene('quiet-copy.example', '*', COPY);
    await driver.goto('https://quiet-copy.example/');
    const found = await until(() => candidate('quiet-copy.example'), 'the candidate');
    expect(found).toMatchObject({ standing: 'doubtful' });
    expect(found.doubts).toContain('copied');
  });

  test('nothing is kept while recording is off, nor of private windows', async () => {
    server.scene('okex.com', '*', redirectTo('https://quiet-harbour.example/'));
    server.scene('quiet-harbour.example', '*', plainPage('a page'));
    const tab = await driver.privatePage();
    await driver.goto('https://okex.com/', tab);
    await until(() => successionOf('quiet-harbour.example'), 'the succession in private');
    await tab.close();
    await ask(driver, 'setRecording', { mode: 'paused' });
    await driver.goto('https://okex.com/');
    await until(() => successionOf('quiet-harbour.example'), 'the succession');
    await driver.goto('https://www.okx.com/');
    expect((await lineage()).candidates).toEqual([]);
  });
});
