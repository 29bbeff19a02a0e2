import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type BrowserKind, BrowserNotFound, findBrowser } from '../../../tests/e2e/harness/find-browser.ts';
import { say } from './say.mjs';
import { step } from './step.mjs';

/** Signatures are compared with minisign, encryption with age. */
const COMPARED_WITH = [
  { command: 'minisign', debianPackage: 'minisign' },
  { command: 'age', debianPackage: 'age' },
];

/** Without it Chinese text is drawn as boxes. */
const CHINESE_FONTS = 'fonts-noto-cjk';

/**
 * Makes sure that both browsers are there: where one is missing they are installed, on Debian for root.
 * Throws BrowserNotFound, which says what to install, and SetupError when installing fails.
 */
export async function prepareBrowsers(): Promise<void> {
  await prepareDebian(missingBrowsers());
  say(`browsers: ${findBrowser('chromium')}, ${findBrowser('firefox')}`);
}

/** The same with programs that some tests compare with, and do without where they cannot be had. */
export async function prepareTestMachine(): Promise<void> {
  const missing = COMPARED_WITH.filter(({ command }) => spawnSync(command, ['--version']).error);
  await prepareDebian([...missingBrowsers(), ...missing.map(({ debianPackage }) => debianPackage)]);
  say(`browsers: ${findBrowser('chromium')}, ${findBrowser('firefox')}`);
}

function missingBrowsers(): string[] {
  return [
    ...(isThere('chromium') ? [] : ['chromium', CHINESE_FONTS]),
    ...(isThere('firefox') ? [] : ['firefox-esr', CHINESE_FONTS]),
  ];
}

function isThere(kind: BrowserKind): boolean {
  try {
    findBrowser(kind);
    return true;
  } catch (error) {
    if (error instanceof BrowserNotFound) return false;
    throw error;
  }
}

/** Installs Debian packages, where this is Debian and we are root; elsewhere nothing happens. */
export async function prepareDebian(packages: string[]): Promise<void> {
  if (packages.length === 0 || !isDebianRoot()) return;
  const names = [...new Set(packages)];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...names];
  await step('Reading the package index (apt-get update)', ['apt-get', 'update', '-q'], { env, quiet: true });
  await step(`Installing ${names.join(', ')} (about a minute)`, install, { env, quiet: true });
}

/** Debian's chromium and firefox-esr are real packages; Ubuntu's are doors to snaps, which cannot be driven. */
function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !existsSync('/etc/os-release')) {
    return false;
  }
  return !/^ID(_LIKE)?=.*ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'));
}
