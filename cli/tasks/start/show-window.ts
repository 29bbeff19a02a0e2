import { plainPage } from '../../../tests/e2e/harness/answer.ts';
import type { BrowserKind } from '../../../tests/e2e/harness/find-browser.ts';
import { launch } from '../../../tests/e2e/harness/launch.ts';
import type { LocalServer } from '../../../tests/e2e/harness/server.ts';
import { say } from '../setup/say.mjs';
import { BUILDS } from './show-table.ts';
import type { Site } from './sites.ts';

const START = 'http://ensign-demonstration.example/';

/** Opens a browser window with the extension and a page of links to all sites, and stays until it is closed. */
export async function showWindow(sites: Site[], server: LocalServer, kind: BrowserKind): Promise<void> {
  const links = sites.map(({ url, why }) => `<li><a href="${url}">${URL.parse(url)!.host}</a> ${why}`);
  server.scene(
    new URL(START).hostname,
    '*',
    plainPage('Ensign: demonstration', `<h1>Ensign: demonstration</h1><ul>${links.join('')}</ul>`),
  );
  const driver = await launch(kind, { extensionDir: BUILDS[kind], server, visible: true });
  await driver.goto(START);
  say('Open a site from the list and look at the toolbar button. Close the window, or press Ctrl+C, to end.');
  const closed = new Promise<void>((done) => {
    driver.page.browser().once('disconnected', () => done());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await closed;
  await driver.close();
}
