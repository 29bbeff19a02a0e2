import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './find-browser.ts';
import type { LocalServer } from './server.ts';

export interface LaunchOptions {
  /** Folder of the built extension. It is copied: an update works on the copy. */
  extensionDir: string;
  server: Pick<LocalServer, 'httpPort' | 'httpsPort'>;
  /** Folder to keep the profile in; without it the profile is made new and removed at the end. */
  profile?: string;
  /** Allows the extension in private windows. Default true. */
  private?: boolean;
  /** Stops the worker once it has started, so that the first page meets it cold. */
  cold?: boolean;
  /** `zh-CN`, `zh-TW`, `en` (default). Firefox needs the language pack. */
  locale?: string;
  theme?: 'light' | 'dark';
  /** `refused`: every https answer of the local server has a bad certificate. Default `accepted`. */
  certificates?: 'accepted' | 'refused';
  /** Address of the page that the browser starts with, as from a desktop link. */
  firstPage?: string;
  /** Page of the extension in which inExtension runs, in Chromium the one open already. Default `popup.html`. */
  controlPage?: string | undefined;
  /** Further preferences (Firefox) or switches (Chromium). */
  prefs?: Record<string, string | number | boolean>;
  switches?: string[];
  /** Opens a window; needs a display. Default: none. */
  visible?: boolean;
  /** Said to be the version in the copy's manifest. */
  version?: string;
}

/** How a navigation by hand ended. `no document`: download, 204, stopped, refused, or sent elsewhere. */
export type Arrival = 'loaded' | 'no document';

/** One running browser with the extension in it; the same words for Chromium and Firefox. */
export interface Driver {
  kind: BrowserKind;
  /** `chrome-extension://…` or `moz-extension://…`, no slash at the end. */
  origin: string;
  /** The first tab. */
  page: Page;
  /** The profile's folder; kept after close if it was given. */
  profile: string;
  downloads: string;
  newPage(): Promise<Page>;
  /** Goes to a web address in `page`, or another tab, and waits until it is parsed. Never throws for what a site does. */
  goto(url: string, tab?: Page): Promise<Arrival>;
  /** Types an address into the address bar of the first tab, and does not wait. */
  typeAddress(url: string): Promise<void>;
  /** Stops the loading of the first tab. */
  pressStop(): Promise<void>;
  /** Opens a page of the extension in a new tab, or in the given one. */
  openExtensionPage(path: string, tab?: Page): Promise<Page>;
  /**
   * Runs a function in a page of the extension, with its API at hand as `browser` or `chrome`.
   * The page is opened at the first call, in a tab of its own. What it answers must be plain, and in Firefox
   * without an object that stands in it twice.
   */
  inExtension<A extends unknown[], R>(run: (...given: A) => R | Promise<R>, ...given: A): Promise<R>;
  /** Stops the worker or event page. `was asleep`: there was none to stop. */
  killWorker(): Promise<'stopped' | 'was asleep'>;
  /** Opens a private window and its page. */
  privatePage(): Promise<Page>;
  screenshot(tab: Page, file: string): Promise<void>;
  /** Quits the browser and starts it with the same profile; this driver is then dead, the answer alive. */
  restart(change?: Partial<LaunchOptions>): Promise<Driver>;
  /** Ends the browser as a power cut does and starts it with the same profile; this driver is then dead. */
  crash(): Promise<Driver>;
  /** Installs the same extension again under another version, as an update does. */
  update(version: string, extensionDir?: string): Promise<void>;
  /**
   * Takes the extension out of the browser and installs it anew under another address, in a browser of one new tab:
   * nothing of what it stored is left. This driver is then dead, the answer alive.
   */
  renew(change?: Pick<LaunchOptions, 'controlPage'>): Promise<Driver>;
  /** Quits the browser, waits for its processes, removes what was made for it. */
  close(): Promise<void>;
}
