import puppeteer, { type Browser } from 'puppeteer-core';
import type { LaunchOptions } from './driver.ts';
import { findBrowser } from './find-browser.ts';

interface Room {
  profile: string;
  downloads: string;
  /** The host part of the extension's address, chosen by us. */
  uuid: string;
  geckoId: string;
}

/** Starts a Firefox that asks nobody but the local server. */
export function startFirefox(options: LaunchOptions, room: Room): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: options.visible !== true,
    userDataDir: room.profile,
    acceptInsecureCerts: options.certificates !== 'refused',
    defaultViewport: null,
    args: [
      '--remote-allow-system-access',
      '--width=1280',
      '--height=900',
      ...(options.switches ?? []),
      ...(options.firstPage ? [options.firstPage] : []),
    ],
    extraPrefsFirefox: { ...quietPrefs(options, room), ...options.prefs },
  });
}

function quietPrefs(
  { server, locale, theme }: LaunchOptions,
  room: Room,
): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [room.geckoId]: room.uuid }),
    'xpinstall.signatures.required': false,
    'extensions.background.idle.enabled': true,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': server.httpPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': server.httpPort,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.trr.mode': 5,
    'dom.ipc.processPrelaunch.enabled': false,
    'browser.newtab.preload': false,
    'browser.newtabpage.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'dom.security.https_first': false,
    'dom.security.https_first_schemeless': false,
    'services.settings.server': 'data:,',
    'browser.startup.page': 0,
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.shell.checkDefaultBrowser': false,
    'browser.download.folderList': 2,
    'browser.download.dir': room.downloads,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.enabled': false,
    ...(locale ? { 'intl.locale.requested': locale } : {}),
    ...(theme ? { 'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1 } : {}),
  };
}
