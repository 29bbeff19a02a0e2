import browser from 'webextension-polyfill';
import { ALL_SITES, originPattern } from '../../utils/domain/origin-patterns.ts';

/** Whether the browser lets Ensign read a page; of an address that no pattern names, whether it lets it read all. */
export async function mayRead(url: string): Promise<boolean> {
  const pattern = originPattern(url);
  if (pattern === null) return mayReadAll();
  try {
    return await browser.permissions.contains({ origins: [pattern] });
  } catch (error) {
    // A host that the browser takes into no pattern.
    console.debug(error);
    return mayReadAll();
  }
}

/** Whether the browser lets Ensign read every page of the web. */
export function mayReadAll(): Promise<boolean> {
  return browser.permissions.contains({ origins: ALL_SITES });
}
