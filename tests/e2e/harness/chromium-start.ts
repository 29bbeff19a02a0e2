import puppeteer, { type Browser } from 'puppeteer-core';
import type { LaunchOptions } from './driver.ts';
import { findBrowser } from './find-browser.ts';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Room {
  profile: string;
  downloads: string;
  environment: NodeJS.ProcessEnv;
}

/** Starts a Chromium that asks nobody but the local server. */
export function startChromium(options: LaunchOptions, room: Room): Promise<Browser> {
  const { server, locale = 'en' } = options;
  return puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: options.visible !== true,
    pipe: true,
    enableExtensions: true,
    userDataDir: room.profile,
    acceptInsecureCerts: options.certificates !== 'refused',
    defaultViewport: null,
    downloadBehavior: { policy: 'allow', downloadPath: room.downloads },
    env: { ...room.environment, LANGUAGE: locale.replace('-', '_') },
    args: [
      ...QUIET,
      `--lang=${locale}`,
      '--window-size=1280,900',
      `--host-resolver-rules=MAP *:80 127.0.0.1:${server.httpPort}, MAP *:443 127.0.0.1:${server.httpsPort}`,
      ...(options.certificates === 'refused' ? [] : ['--ignore-certificate-errors']),
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      ...(options.theme ? [`--blink-settings=preferredColorScheme=${options.theme === 'dark' ? 0 : 1}`] : []),
      ...(options.switches ?? []),
      options.firstPage ?? 'about:blank',
    ],
  });
}
