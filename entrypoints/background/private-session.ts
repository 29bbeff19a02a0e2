import browser from 'webextension-polyfill';
import { isPrivateCard } from './inject.ts';
import { keep } from './kept-session.ts';
import { report } from './report.ts';
import { session } from './session.ts';

/** Ends with the last private window what was kept of them; must be called synchronously at worker start. */
export function endPrivateSessions(): void {
  const end = () => void endPrivateSession().catch(report);
  browser.windows.onRemoved.addListener(end);
  // An earlier worker may not have lived to do it.
  end();
}

/** Warnings continued past and cards seen in private windows, where none is open any more. */
export async function endPrivateSession(): Promise<void> {
  const state = await session();
  const leaves = state.allowed.some(({ incognito }) => incognito) || state.carded.some(isPrivateCard);
  if (!leaves || (await browser.windows.getAll()).some(({ incognito }) => incognito)) return;
  state.allowed = state.allowed.filter(({ incognito }) => !incognito);
  state.carded = state.carded.filter((name) => !isPrivateCard(name));
  await keep(state, 'allowed', 'carded');
}
