import { compileList } from '../../../cli/list/compile.ts';
import { readRecords } from '../../../cli/list/read-records.ts';
import { DAY, publishBytes, type Version } from '../../unit/sync/publisher.ts';
import { ask } from '../ensign/ask.ts';
import { follow, serves, update } from '../list/device.ts';
import { HOST, host as publish } from '../list/list-host.ts';
import { shoot } from './popup.ts';
import { serveSites } from './sites.ts';
import { openPage, press, type Studio, visit, visitWarned } from './studio.ts';

/** An address that a blocklist reports, as a list with a blocklist has it. */
const REPORTED = 'okx-bonus.example';

/** What hangs on a list that is fetched: its own part of the options, reported addresses, age, refusal. */
export async function fetchedList(studio: Studio): Promise<void> {
  const { driver, camera, server } = studio;
  const open = () => openPage(studio, 'options.html', '#list .facts');
  const now = await version(412, Date.now() - 2 * DAY);
  const older = await version(411, Date.now() - 9 * DAY);
  hostOf(studio, older);
  await follow(driver, 411);
  hostOf(studio, now);
  await update(driver);
  await serves(driver, 412);
  await camera.take(driver, 'options-list', await open());
  const warning = await visitWarned(studio, `https://${REPORTED}/`);
  await camera.take(driver, 'warning-reported', warning);
  await shoot(studio, 'reported');
  await ask(driver, 'goBackTo', { sha256: older.manifest.snapshot.sha256 });
  server.scene(HOST, '*', { status: 503 });
  for (const path of now.files.keys()) server.scene(HOST, `/ensign/${path}`, { status: 503 });
  await press(await open(), 'Update now', '#list');
  await studio.desk.waitForFunction(() => /503/.test(document.querySelector('#list')?.textContent ?? ''));
  await camera.take(driver, 'options-list-refused', studio.desk);
}

/** A list that nobody renewed for six weeks. */
export async function staleList(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  hostOf(studio, await version(413, Date.now() - 41 * DAY, Date.now() - DAY));
  await update(driver);
  await serves(driver, 413);
  await visit(studio, 'https://en.wikipedia.org/', 'notListed');
  await shoot(studio, 'stale');
  await camera.take(driver, 'options-list-expired', await openPage(studio, 'options.html', '#list .facts'));
}

function hostOf({ server }: Studio, version: Version): void {
  publish(server, version);
  serveSites(server);
}

/** This project's own list under another version, with a blocklist. */
async function version(number: number, issued: number, expires = Date.now() + 90 * DAY): Promise<Version> {
  const list = {
    ...(await readRecords()),
    version: number,
    issued: new Date(issued).toISOString(),
    expires: new Date(expires).toISOString(),
    reported: [
      {
        name: REPORTED,
        exchange: 'okx',
        source: 'phishing-list/config.json',
        firstSeen: '2026-08',
        lastSeen: '2026-11',
        exact: false,
      },
    ],
  };
  return publishBytes(list, await compileList(list));
}
