import type { Page } from 'puppeteer-core';

/** Nothing of that name was met by Tab. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
}

/** Presses Tab until the focus is on what a screen reader calls so, from wherever it is. */
export async function tabTo(tab: Page, name: string, most = 80): Promise<void> {
  const met: string[] = [];
  for (let pressed = 0; pressed <= most; pressed++) {
    const focused = await nameOfFocus(tab);
    if (focused === name) return;
    met.push(focused);
    await tab.keyboard.press('Tab');
  }
  throw new NotReached(`${name}; met ${[...new Set(met)].join(' | ')}`);
}

/** What the focused element is called: its label, else its text. */
export function nameOfFocus(tab: Page): Promise<string> {
  return tab.evaluate(() => {
    const on = document.activeElement;
    if (!on || on === document.body) return '';
    const label = on instanceof HTMLInputElement || on instanceof HTMLTextAreaElement ? on.labels?.[0] : null;
    const text = on.getAttribute('aria-label') ?? (label ?? on).textContent ?? '';
    return text.replace(/\s+/g, ' ').trim();
  });
}

export async function enter(tab: Page, name: string): Promise<void> {
  await tabTo(tab, name);
  await tab.keyboard.press('Enter');
}

/** Pastes into the field that has the focus, and answers what it then holds. */
export async function pasteHere(tab: Page): Promise<string> {
  for (const key of ['KeyA', 'KeyV'] as const) {
    await tab.keyboard.down('Control');
    await tab.keyboard.press(key);
    await tab.keyboard.up('Control');
  }
  return tab.evaluate(() => (document.activeElement as HTMLInputElement).value);
}
