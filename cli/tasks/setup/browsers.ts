import { existsSync, readFileSync } from 'node:fs';
import { type BrowserKind, BrowserNotFound, findBrowser } from '../../../tests/e2e/harness/find-browser.ts';
import { say } from './say.mjs';
import { step } from './step.mjs';

const DEBIAN_PACKAGES: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
/** Without it Chinese text is drawn as boxes. */
const CHINESE_FONTS = 'fonts-noto-cjk';

/**
 * Makes sure that both browsers are there: where one is missing they are installed, on Debian for root.
 * Throws BrowserNotFound, which says what to install, and SetupError when installing fails.
 */
export async function prepareBrowsers(): Promise<void> {
  const missing = (['chromium', 'firefox'] as const).filter((kind) => !isThere(kind));
  if (missing.length > 0 && isDebianRoot()) await installOnDebian(missing);
  say(`browsers: ${findBrowser('chromium')}, ${findBrowser('firefox')}`);
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

/** Debian's chromium and firefox-esr are real packages; Ubuntu's are doors to snaps, which cannot be driven. */
function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !existsSync('/etc/os-release')) {
    return false;
  }
  return !/^ID(_LIKE)?=.*ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installOnDebian(kinds: readonly BrowserKind[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = [...kinds.map((kind) => DEBIAN_PACKAGES[kind]), CHINESE_FONTS];
  const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages];
  await step('Reading the package index (apt-get update)', ['apt-get', 'update', '-q'], { env, quiet: true });
  await step(`Installing ${packages.join(', ')} (about a minute)`, install, { env, quiet: true });
}
