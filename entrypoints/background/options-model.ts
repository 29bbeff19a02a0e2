import browser from 'webextension-polyfill';
import type { OptionsModel, SettingName, Settings as Shown } from '../../components/models/settings.ts';
import { countFlags } from '../../utils/history/count.ts';
import { deleteDatabase } from '../../utils/history/database.ts';
import { removeAll } from '../../utils/history/remove.ts';
import type { Policy } from '../../utils/settings/policy.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { changeSettings, readInForce, readSettings } from '../../utils/settings/store.ts';
import { engine } from './engine.ts';
import { dropExports } from './kept-for-pages.ts';
import { keep } from './kept-session.ts';
import { dropAccounts } from './known-accounts.ts';
import { listStatus } from './list-status.ts';
import { history, recordCoverage } from './recorder.ts';
import { orNull, report } from './report.ts';
import { session } from './session.ts';
import { forgetNoted } from './trail.ts';

/** Everything the options page shows. */
export async function optionsModel(): Promise<OptionsModel> {
  const [{ settings, policy }, state, loaded, flags, commands] = await Promise.all([
    readInForce(),
    session(),
    orNull(engine()),
    orNull(history().then(countFlags)),
    browser.commands?.getAll() ?? [],
  ]);
  return {
    settings: shown(settings),
    locked: lockedBy(policy),
    stored: { flags, bytes: (await navigator.storage.estimate()).usage ?? null },
    ignored: settings.ignored,
    // What was done in a private window is shown nowhere.
    allowed: state.allowed.flatMap(({ host, since, incognito }) => (incognito ? [] : { host, since })),
    list: loaded && (await listStatus(loaded)),
    shortcuts: commands.map(({ name, shortcut }) => ({ id: name ?? '', keys: shortcut ?? '' })),
  };
}

/** Sets one setting; a value that is not one of its own leaves the default. */
export async function setSetting(name: SettingName, value: unknown): Promise<void> {
  await changeSettings(() => ({ [name]: value }) as Partial<Settings>);
}

/** Ends an allowance: the warning shows again. */
export async function disallow(host: string): Promise<void> {
  const state = await session();
  state.allowed = state.allowed.filter((allowance) => allowance.host !== host);
  await keep(state, 'allowed');
}

/** Deletes all that was recorded; a history that cannot be opened, or takes no change, as a whole. */
export async function deleteHistory(): Promise<void> {
  // Where the file system is refused the history goes all the same; the browser's next start tries it again.
  const exportsGone = dropExports().catch(report);
  try {
    await removeAll(await history(), new Date().toISOString());
  } catch (error) {
    report(error);
    await deleteDatabase();
    await recordCoverage(await readSettings());
  }
  forgetNoted();
  await dropAccounts(() => true);
  await browser.storage.local.remove('retention');
  await exportsGone;
}

/** What policy holds fast, by the names of the settings. Less than its longest retention may still be chosen. */
function lockedBy({ values }: Policy): SettingName[] {
  const locked: SettingName[] = [];
  if (values.recording) locked.push('recording');
  if (values.language) locked.push('language');
  return locked;
}

function shown(settings: Settings): Shown {
  const { version: _version, ignored: _ignored, listAddress: _address, listKeys: _keys, ...rest } = settings;
  return rest;
}
