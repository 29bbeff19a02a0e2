import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

/** No browser of the kind at any of its usual places. The message says what to install. */
export class BrowserNotFound extends Error {
  readonly kind: BrowserKind;
  constructor(kind: BrowserKind, asked?: string) {
    super(asked ? `${VARIABLE[kind]} is ${asked}: no such file` : `No ${kind} found. ${ADVICE[kind]}`);
    this.name = 'BrowserNotFound';
    this.kind = kind;
  }
}

const VARIABLE = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' } as const;

const ADVICE = {
  chromium:
    'Install Chrome, Chromium or Edge (Debian: apt-get install chromium), or set CHROME_PATH to its executable.',
  firefox:
    'Install Firefox ESR, Developer Edition or Nightly (Debian: apt-get install firefox-esr), or set FIREFOX_PATH to its executable.',
} as const;

/**
 * The executable of a browser that can run the extension: CHROME_PATH or FIREFOX_PATH if set, else the
 * usual places of Linux, macOS and Windows. Throws BrowserNotFound.
 */
export function findBrowser(kind: BrowserKind, env: NodeJS.ProcessEnv = process.env): string {
  const asked = env[VARIABLE[kind]];
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new BrowserNotFound(kind, asked);
  }
  const found = usualPlaces(kind, env).find((place) => existsSync(place));
  if (!found) throw new BrowserNotFound(kind);
  return found;
}

/** The kinds asked for by ENSIGN_BROWSERS (`chromium,firefox` if unset) that are installed. */
export function browsersToTest(env: NodeJS.ProcessEnv = process.env): BrowserKind[] {
  const asked = (env.ENSIGN_BROWSERS ?? 'chromium,firefox').split(',').map((name) => name.trim());
  const found = (['chromium', 'firefox'] as const).filter(
    (kind) => asked.includes(kind) && isInstalled(kind, env),
  );
  if (found.length === 0) throw new BrowserNotFound('chromium');
  return found;
}

function isInstalled(kind: BrowserKind, env: NodeJS.ProcessEnv): boolean {
  try {
    findBrowser(kind, env);
    return true;
  } catch (error) {
    if (!(error instanceof BrowserNotFound)) throw error;
    console.warn(`Not tested: ${error.message}`);
    return false;
  }
}

function usualPlaces(kind: BrowserKind, env: NodeJS.ProcessEnv): string[] {
  switch (process.platform) {
    case 'darwin':
      return MAC[kind].flatMap((app) => [join('/Applications', app), join(homedir(), 'Applications', app)]);
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((root) =>
        root ? WINDOWS[kind].map((exe) => join(root, exe)) : [],
      );
    default:
      return LINUX[kind];
  }
}

const LINUX = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox-devedition',
    '/usr/bin/firefox-nightly',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
  ],
};

const MAC = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
    'Firefox Nightly.app/Contents/MacOS/firefox',
    'Firefox.app/Contents/MacOS/firefox',
  ],
};

const WINDOWS = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    'Firefox Developer Edition\\firefox.exe',
    'Firefox Nightly\\firefox.exe',
    'Mozilla Firefox\\firefox.exe',
  ],
};
