import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HistoryOverview } from '../../../components/models/history.ts';
import type { PopupModel } from '../../../components/models/popup.ts';
import type { OptionsModel } from '../../../components/models/settings.ts';
import type { Version } from '../../unit/sync/publisher.ts';
import type { Driver } from '../harness/driver.ts';
import { browsersToTest } from '../harness/find-browser.ts';
import { launch } from '../harness/launch.ts';
import { type LocalServer, startServer } from '../harness/server.ts';
import { KEY_TEXT, send, serves, status } from './device.ts';
import { ADDRESS, host, publishNow } from './list-host.ts';
import {
  canSetPolicy,
  type ManagedPolicy,
  policyOfChromium,
  policyOfFirefox,
  untilPolicy,
} from './managed-policy.ts';

const POLICY = {
  listAddress: ADDRESS,
  listKeys: [KEY_TEXT],
  listIntervalHours: 12,
  language: 'zh_TW',
  recording: 'off',
  retentionDays: 30,
  supportAddress: 'mailto:help@school.test',
};
/** What no policy may say beside it: left out, whatever else holds. */
const TOO_MUCH = { study: 'x', hideContinue: true, storedDetail: 'full' };

describe.each(browsersToTest().filter(canSetPolicy))('managed policy in %s', (kind) => {
  const room = mkdtempSync(join(tmpdir(), 'ensign-policy-'));
  const home = process.env.HOME;
  let server: LocalServer;
  let driver: Driver;
  let second: Version;
  let policy: ManagedPolicy;

  beforeAll(async () => {
    const built = new URL(
      `../../../.output/${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`,
      import.meta.url,
    ).pathname;
    server = await startServer();
    second = await publishNow(2, join(built, 'list/bundled.bin'));
    host(server, second);
    const extensionDir = kind === 'chromium' ? join(room, 'extension') : built;
    policy = kind === 'chromium' ? policyOfChromium(built, extensionDir) : policyOfFirefox(room);
    policy.set({ ...POLICY, ...TOO_MUCH });
    driver = await launch(kind, { extensionDir, server, controlPage: 'welcome.html' });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    policy?.remove();
    process.env.HOME = home;
    rmSync(room, { recursive: true, force: true });
  });

  const options = () => send<OptionsModel>(driver, 'options');

  test('sets the list, its keys and its interval, and says that they are foreign', async () => {
    await untilPolicy(driver, server, async () => (await status(driver)).locked.address, 'the policy');
    await serves(driver, 2);
    expect(await status(driver)).toMatchObject({
      address: ADDRESS,
      keys: [KEY_TEXT],
      foreign: true,
      locked: { address: true, keys: true },
      intervalHours: 12,
    });
    expect(await send(driver, 'setListSource', { address: '' })).toBe('set by policy');
    expect(await send(driver, 'setListSource', { keys: null })).toBe('set by policy');
  });

  test('holds recording off and retention short, and the popup says so', async () => {
    await send(driver, 'setRecording', { mode: 'on' });
    await send(driver, 'setSetting', { name: 'retentionDays', value: 365 });
    const { settings, locked } = await untilPolicy(
      driver,
      server,
      async () => {
        const model = await options();
        return model.settings.recording === 'off' ? model : null;
      },
      'the policy',
    );
    expect(settings).toMatchObject({
      recording: 'off',
      retentionDays: 30,
      language: 'zh_TW',
      storedDetail: 'host',
    });
    expect(locked.sort()).toEqual(['language', 'recording']);
    const popup = await send<PopupModel>(driver, 'popup', { tabId: await anyTab(driver) });
    expect(popup).toMatchObject({
      recording: { mode: 'off', locked: true },
      policy: { managed: true, foreignList: true, support: POLICY.supportAddress },
    });
    expect(await send<HistoryOverview>(driver, 'historyOverview')).toMatchObject({
      recording: { mode: 'off', locked: true },
    });
    const welcome = await driver.openExtensionPage('welcome.html');
    await welcome.waitForFunction(() => document.querySelector('.wel') && !document.querySelector('.choice'));
    await welcome.close();
  });

  test('shows the address and the keys of the list on the options page, locked', async () => {
    const page = await driver.openExtensionPage('options.html');
    await page.waitForSelector('#list form .lock');
    const fields = await page.$$eval('#list form .field', (found) =>
      found.map((field) => {
        const { value, disabled } = field as HTMLInputElement;
        return { value, disabled };
      }),
    );
    expect(fields).toEqual([
      { value: ADDRESS, disabled: true },
      { value: KEY_TEXT, disabled: true },
    ]);
    expect(await page.$$eval('#list .lock', (found) => found.map((lock) => lock.textContent))).toEqual([
      '由您的組織設定',
      '由您的組織設定',
    ]);
    await page.close();
  });

  test('leaves the user a shorter retention', async () => {
    await send(driver, 'setSetting', { name: 'retentionDays', value: 7 });
    expect((await options()).settings.retentionDays).toBe(7);
  });

  test('cannot record, keep longer, or take deletion away', async () => {
    await send(driver, 'setRecording', { mode: 'paused' });
    await send(driver, 'setSetting', { name: 'retentionDays', value: 90 });
    policy.set({ recording: 'on', retentionDays: 3650 });
    if (kind === 'firefox') driver = await driver.restart();
    const model = await untilPolicy(
      driver,
      server,
      async () => {
        const now = await options();
        return now.settings.retentionDays === 90 && now.list?.address === '' ? now : null;
      },
      'the changed policy',
    );
    expect(model.settings.recording).toBe('paused');
    expect(model.locked).toEqual([]);
    await send(driver, 'deleteHistory');
  });
});

function anyTab(driver: Driver): Promise<number> {
  return driver.inExtension(async () => {
    type Tabs = { tabs: { query(what: object): Promise<{ id: number }[]> } };
    const { browser, chrome } = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
    const [tab] = await (browser ?? chrome).tabs.query({});
    return tab!.id;
  });
}
