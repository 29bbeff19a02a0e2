import browser from 'webextension-polyfill';
import type { Tier } from '../../utils/verdict/finding.ts';

/** Text and colour for each tier: never colour alone (assets/styles/tokens.css has the colours). */
const BADGES: Record<Tier, { text: string; colour: string; icon: string | null }> = {
  danger: { text: '!', colour: '#a81a28', icon: 'danger' },
  caution: { text: '?', colour: '#735200', icon: 'caution' },
  notice: { text: 'i', colour: '#1b4b9c', icon: 'notice' },
  none: { text: '', colour: '#435260', icon: null },
  unknown: { text: '', colour: '#435260', icon: 'unknown' },
};

/** Shows a tier on a tab's toolbar button; a tab closed meanwhile is passed over. */
export async function showBadge(tabId: number, tier: Tier, title: string): Promise<void> {
  const { text, colour, icon } = BADGES[tier];
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setTitle({ tabId, title }),
    browser.action.setIcon({ tabId, path: icon === null ? PLAIN : statePaths(icon) }),
  ]);
}

/** The mark alone, as in the manifest. */
const PLAIN = { 16: '/icons/16.png', 32: '/icons/32.png', 48: '/icons/48.png' };

/** The mark with the flag of a state; drawn by `npm run icons`. */
function statePaths(state: string): Record<number, string> {
  return Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/state/${state}-${size}.png`]));
}
