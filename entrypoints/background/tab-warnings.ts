import browser from 'webextension-polyfill';
import type { Session, Warning } from './tab-state.ts';

/** Of so many warnings of a tab it is known what they say: their pages stand in its history. */
const MAX_WARNINGS = 5;

/** The warning that was opened last in a tab. */
export function lastWarning(state: Session, tabId: number): Warning | undefined {
  return state.warnings[tabId]?.at(-1);
}

/** The address of a warning's page: its own, for the one that is gone back to may be an earlier one of the tab. */
export function warningAddress({ key }: Pick<Warning, 'key'>): string {
  return browser.runtime.getURL(`/warning.html?${new URLSearchParams({ key })}`);
}

/** The tab's warning whose page is at an address; undefined where there is none, or none is known any more. */
export function warningAt(state: Session, tabId: number, url: string): Warning | undefined {
  return state.warnings[tabId]?.find((warning) => warningAddress(warning) === url);
}

export function addWarning(state: Session, tabId: number, warning: Warning): void {
  state.warnings[tabId] = [...(state.warnings[tabId] ?? []), warning].slice(-MAX_WARNINGS);
}

export function dropWarning(state: Session, tabId: number, warning: Warning): void {
  state.warnings[tabId] = (state.warnings[tabId] ?? []).filter((one) => one !== warning);
}
