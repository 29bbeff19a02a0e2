import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LONG } from './ensign/launch.ts';
import { download, NO_CONTENT, plainPage, redirectTo } from './harness/answer.ts';
import { until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { launch } from './harness/launch.ts';
import { type LocalServer, startServer } from './harness/server.ts';

interface Api {
  runtime: {
    sendMessage(message: string): Promise<{ kind: string; url?: string }[]>;
    getManifest(): { version: string };
  };
  tabs: { query(query: object): Promise<object[]> };
  storage: {
    local: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  };
}

const recorder = new URL('recorder', import.meta.url).pathname;

const take = (driver: Driver) =>
  driver.inExtension(() => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (browser ?? chrome).runtime.sendMessage('take');
  });
/** A page is there before its last event is told, which would wake the worker. */
const isCompleted = async (driver: Driver, url: string) =>
  (await take(driver)).some((event) => event.kind === 'completed' && event.url === url);
const version = (driver: Driver) =>
  driver.inExtension(() => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (browser ?? chrome).runtime.getManifest().version;
  });
const remember = (driver: Driver, word: string) =>
  driver.inExtension((said) => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (browser ?? chrome).storage.local.set({ word: said });
  }, word);
const remembered = (driver: Driver) =>
  driver.inExtension(() => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (browser ?? chrome).storage.local.get('word');
  });

const tabs = (driver: Driver) =>
  driver.inExtension(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (await (browser ?? chrome).tabs.query({})).length;
  });

/** In the long form: every other file drives the same browsers, and fails where they cannot be driven. */
describe.runIf(LONG).each(browsersToTest())('the harness in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;
  const options = () => ({ extensionDir: recorder, server, controlPage: 'control.html' });

  beforeAll(async () => {
    server = await startServer();
    driver = await launch(kind, options());
  });
  afterEach(() => server.clear());
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  test('serves any name over http and https, and logs what was asked', async () => {
    server.scene('plain.example', '/a', plainPage('plain'));
    server.scene('secure.example', '*', plainPage('secure'));
    server.scene('moved.example', '/', redirectTo('https://secure.example/b?c'));
    expect(await driver.goto('http://plain.example/a')).toBe('loaded');
    expect(await driver.page.title()).toBe('plain');
    expect(await driver.goto('http://moved.example/')).toBe('loaded');
    expect(await driver.page.title()).toBe('secure');
    expect(server.requestsTo('secure.example').map((one) => one.scheme + one.path)).toContain('https/b?c');
  });

  test('a download and 204 are no documents', async () => {
    server.scene('files.example', '/', download('a.bin'));
    server.scene('empty.example', '/', NO_CONTENT);
    expect(await driver.goto('http://files.example/')).toBe('no document');
    expect(await driver.goto('http://empty.example/')).toBe('no document');
  });

  test('a stopped worker is woken by the next page', async () => {
    server.everywhere(plainPage('x'));
    await driver.goto('http://one.example/');
    await until(() => isCompleted(driver, 'http://one.example/'), 'the last event of the first page');
    expect(await driver.killWorker()).toBe('stopped');
    expect(await driver.killWorker()).toBe('was asleep');
    await driver.goto('http://two.example/');
    const urls = (await take(driver)).map((event) => event.url);
    expect(urls).toContain('http://two.example/');
    expect(urls).not.toContain('http://one.example/');
  });

  test('a private window is seen by the extension', async () => {
    server.everywhere(plainPage('x'));
    const page = await driver.privatePage();
    expect(await driver.goto('https://private.example/', page)).toBe('loaded');
    const events = await take(driver);
    expect(events.some((one) => one.kind === 'committed' && one.url === 'https://private.example/')).toBe(
      true,
    );
    await page.close();
  });

  test('data outlives a restart and an update', async () => {
    await remember(driver, 'kept');
    driver = await driver.restart();
    expect(await remembered(driver)).toEqual({ word: 'kept' });
    await driver.update('1.1');
    expect(await version(driver)).toBe('1.1');
    expect(await remembered(driver)).toEqual({ word: 'kept' });
  });

  test('renewed, it has another address, one tab, and nothing stored', async () => {
    await remember(driver, 'gone');
    await driver.privatePage();
    const before = driver.origin;
    driver = await driver.renew();
    expect(driver.origin).not.toBe(before);
    expect(await version(driver)).not.toBe('1.1');
    expect(await remembered(driver)).toEqual({});
    // The new one, and that in which this runs.
    expect(await tabs(driver)).toBe(2);
  });

  test('starts with a page, the extension already there', async () => {
    server.everywhere(plainPage('first'));
    driver = await driver.restart({ firstPage: 'http://first.example/' });
    const events = await take(driver);
    const tabs = events.filter((one) => one.kind === 'sweep' || one.url === 'http://first.example/');
    expect(JSON.stringify(tabs)).toContain('http://first.example/');
  });

  test('refuses bad certificates if told so, and leaves nothing behind', async () => {
    server.everywhere(plainPage('x'));
    const strict = await launch(kind, { ...options(), certificates: 'refused' });
    expect(await strict.goto('https://bad.example/')).toBe('no document');
    expect(await strict.goto('http://good.example/')).toBe('loaded');
    await strict.close();
    expect(existsSync(strict.profile)).toBe(false);
  });
});
