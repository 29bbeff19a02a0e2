import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OptionsModel } from '../../../components/models/settings.ts';
import { ask } from '../ensign/ask.ts';
import { BUILDS } from '../ensign/launch.ts';
import { launch } from '../harness/launch.ts';
import type { LocalServer } from '../harness/server.ts';
import { KEY_TEXT } from '../list/device.ts';
import { ADDRESS, host, publishNow } from '../list/list-host.ts';
import { canSetPolicy, policyOfChromium, untilPolicy } from '../list/managed-policy.ts';
import type { Camera } from './camera.ts';
import { shoot } from './popup.ts';
import { serveSites } from './sites.ts';
import { openPage, openStudio, press, visit } from './studio.ts';

/** The surfaces where an organisation holds recording off and sets the list; the language is left to the pictures. */
export async function managed(server: LocalServer, camera: Camera): Promise<void> {
  if (!canSetPolicy('chromium')) return;
  const room = mkdtempSync(join(tmpdir(), 'ensign-policy-'));
  const extensionDir = join(room, 'extension');
  const policy = policyOfChromium(BUILDS.chromium, extensionDir);
  try {
    host(server, await publishNow(412, join(BUILDS.chromium, 'list/bundled.bin')));
    serveSites(server);
    policy.set({
      listAddress: ADDRESS,
      listKeys: [KEY_TEXT],
      recording: 'off',
      retentionDays: 30,
      supportAddress: 'mailto:helpdesk@school.example',
    });
    const driver = await launch('chromium', { extensionDir, server, controlPage: 'welcome.html' });
    try {
      const studio = await openStudio(driver, server, camera);
      await untilPolicy(
        driver,
        server,
        async () => ((await ask(driver, 'options', {})) as OptionsModel).list?.inUse.version === 412,
        'the policy and its list',
      );
      await visit(studio, 'https://en.wikipedia.org/', 'notListed');
      await shoot(studio, 'policy');
      await shoot(studio, 'policy-reporting', () => press(studio.desk, 'Report a missing exchange'));
      for (const [name, path, part] of [
        ['options-policy', 'options.html', '#list .facts'],
        ['welcome-policy', 'welcome.html', '.wel'],
        ['history-policy', 'history.html', '.empty'],
      ] as const)
        await camera.take(driver, name, await openPage(studio, path, part));
    } finally {
      await driver.close();
    }
  } finally {
    policy.remove();
    rmSync(room, { recursive: true, force: true });
  }
}
