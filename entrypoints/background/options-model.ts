import browser from 'webextension-polyfill';
import type { ListStatus } from '../../components/models/list.ts';
import type { OptionsModel, SettingName, Settings as Shown } from '../../components/models/settings.ts';
import { removeAll } from '../../utils/history/remove.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { changeSettings, readSettings } from '../../utils/settings/store.ts';
import { type Engine, engine } from './engine.ts';
import { history } from './recorder.ts';
import { keep, session } from './tab-state.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Everything the options page shows. */
export async function optionsModel(): Promise<OptionsModel> {
  const [settings, state, loaded, flags, commands] = await Promise.all([
    readSettings(),
    session(),
    engine(),
    history().then((database) => database.count('flags')),
    browser.commands?.getAll() ?? [],
  ]);
  return {
    settings: shown(settings),
    locked: [],
    stored: { flags, bytes: (await navigator.storage.estimate()).usage ?? null },
    ignored: settings.ignored,
    allowed: state.allowed,
    list: listStatus(loaded, settings),
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

export async function deleteHistory(): Promise<void> {
  await removeAll(await history());
}

function shown(settings: Settings): Shown {
  const { version: _version, ignored: _ignored, ...rest } = settings;
  return rest;
}

function listStatus({ list, sha256 }: Engine, settings: Settings): ListStatus {
  const { version, issued, exchanges, names, reported } = list.meta;
  return {
    inUse: {
      version,
      issued,
      ageDays: Math.max(0, Math.floor((Date.now() - Date.parse(issued)) / DAY)),
      exchanges,
      addresses: names - reported,
      sha256,
    },
    origin: 'bundled',
    lastTry: null,
    address: settings.listAddress,
    keys: [],
    foreign: false,
  };
}
