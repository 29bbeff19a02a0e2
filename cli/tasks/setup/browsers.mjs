import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './say.mjs';
import { SetupError, step } from './step.mjs';

/** Programs by the names under which systems install them, best first. */
const NAMES = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const PLACES = {
  darwin: {
    chromium: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
    firefox: ['Mozilla Firefox\\firefox.exe'],
  },
};

const VARIABLES = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };
const DEBIAN_PACKAGES = { chromium: ['chromium'], firefox: ['firefox-esr'] };
/** Chinese text is drawn as boxes without them. */
const DEBIAN_FONTS = ['fonts-noto-cjk'];

/**
 * Finds Chromium (or Chrome, Edge) and Firefox, installs them on Debian for root, and returns the environment
 * variables that name them: {CHROME_PATH, FIREFOX_PATH}. Throws SetupError saying what to install otherwise.
 */
export async function prepareBrowsers() {
  const missing = Object.keys(NAMES).filter((kind) => find(kind) === null);
  if (missing.length > 0 && debianRoot()) await installOnDebian(missing);
  const found = Object.keys(NAMES).map((kind) => [kind, find(kind)]);
  const still = found.filter(([, path]) => path === null).map(([kind]) => kind);
  if (still.length > 0) throw new SetupError(advice(still));
  return Object.fromEntries(found.map(([kind, path]) => [VARIABLES[kind], path]));
}

/** Path of an installed browser, or null. A path given in the environment wins, and must exist. */
function find(kind) {
  const given = process.env[VARIABLES[kind]];
  if (given) {
    if (!runnable(given)) throw new SetupError(`${VARIABLES[kind]} names no program: ${given}`);
    return given;
  }
  return candidates(kind).find(runnable) ?? null;
}

function candidates(kind) {
  const { platform, env } = process;
  if (platform === 'darwin') return PLACES.darwin[kind];
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return PLACES.win32[kind].flatMap((place) => roots.map((root) => join(root, place)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES[kind].flatMap((name) => folders.map((folder) => join(folder, name)));
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian's own chromium and firefox-esr are real packages; Ubuntu's are doors to snaps, which cannot be driven. */
function debianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !existsSync('/etc/os-release'))
    return false;
  return !/^ID(_LIKE)?=.*ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installOnDebian(kinds) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = [...kinds.flatMap((kind) => DEBIAN_PACKAGES[kind]), ...DEBIAN_FONTS];
  await step('Reading the package index (apt-get update)', ['apt-get', 'update', '-q'], { env, quiet: true });
  await step(
    `Installing ${packages.join(', ')} (about a minute)`,
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages],
    { env, quiet: true },
  );
}

function advice(kinds) {
  const lines = kinds.map((kind) =>
    kind === 'chromium'
      ? 'No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its program.'
      : 'No Firefox was found. Install it (not as a snap), or set FIREFOX_PATH to its program.',
  );
  if (process.platform === 'linux') {
    lines.push(
      'On Debian: apt-get install chromium firefox-esr fonts-noto-cjk (run as root, this command does it).',
    );
  }
  return lines.join('\n');
}

/** Says which browsers are used. */
export function sayBrowsers(env) {
  say(`browsers: ${env.CHROME_PATH}, ${env.FIREFOX_PATH}`);
}
