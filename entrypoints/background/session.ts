import browser from 'webextension-polyfill';
import { restoreJourneys } from '../../utils/navigation/state.ts';
import { ignoredAtStart } from '../../utils/settings/settings.ts';
import { changeSettings, readSettings } from '../../utils/settings/store.ts';
import { TAB_KEY, UNRECORDED_KEY } from '../../utils/settings/stored-keys.ts';
import { keep } from './kept-session.ts';
import { once } from './once.ts';
import { report } from './report.ts';
import { isUpdated } from './session-start.ts';
import type { Session, TabView } from './tab-state.ts';

/** What an earlier worker of this browser session left, read once a worker. */
export const session = once(restore);

async function restore(): Promise<Session> {
  const stored = await browser.storage.session.get(null);
  const views = Object.entries(stored).filter(([key]) => key.startsWith(TAB_KEY));
  const owed = (stored.owed as Session['owed'] | undefined) ?? [];
  const state: Session = {
    journeys: restoreJourneys(stored.journeys),
    owed,
    // What this worker comes to owe is none of it.
    inherited: [...owed],
    tabs: Object.fromEntries(views.map(([key, view]) => [key.slice(TAB_KEY.length), view as TabView])),
    pseudonym: (stored.pseudonym as string | undefined) ?? crypto.randomUUID(),
    allowed: (stored.allowed as Session['allowed'] | undefined) ?? [],
    unrecorded: (stored[UNRECORDED_KEY] as Session['unrecorded'] | undefined) ?? null,
    resumed: false,
    carded: (stored.carded as Session['carded'] | undefined) ?? [],
    warnings: (stored.warnings as Session['warnings'] | undefined) ?? {},
  };
  if (!stored.pseudonym) await begin(state);
  return state;
}

/** The first worker of a session. That it has begun is noted at the end: where that fails the next worker tries again. */
async function begin(state: Session): Promise<void> {
  state.resumed = await isUpdated().catch((error: unknown) => {
    report(error);
    return false;
  });
  try {
    if (!state.resumed) await endEarlierIgnores();
    await keep(state, 'pseudonym');
  } catch (error) {
    report(error);
  }
}

/** What was ignored until the browser closes, or until a time that has passed, is shown again in a new session. */
async function endEarlierIgnores(): Promise<void> {
  const { ignored } = await readSettings();
  const held = ignoredAtStart(ignored, new Date().toISOString());
  if (held.length < ignored.length) await changeSettings(() => ({ ignored: held }));
}
