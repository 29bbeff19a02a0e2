import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './find-browser.ts';
import { ended } from './process-end.ts';

const KEPT = join(import.meta.dirname, '../../../.cache/firefox');

/**
 * Makes a profile that Firefox has started with once, without an extension in it: a start with it takes half the
 * time of one with nothing. It is made once for each installed Firefox, and copied.
 */
export async function copyProfile(to: string): Promise<void> {
  const executable = realpathSync(findBrowser('firefox'));
  const kept = join(KEPT, `${statSync(executable).mtimeMs}`);
  if (!existsSync(kept)) await startOnce(executable, kept);
  cpSync(kept, to, { recursive: true });
}

async function startOnce(executable: string, kept: string): Promise<void> {
  const fresh = mkdtempSync(join(tmpdir(), 'ensign-profile-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: true,
    userDataDir: fresh,
    args: ['--remote-allow-system-access'],
  });
  const process = browser.process();
  await browser.close();
  await ended(process);
  mkdirSync(KEPT, { recursive: true });
  const whole = mkdtempSync(join(KEPT, 'new-'));
  cpSync(fresh, whole, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  // Another run of tests may have made it meanwhile; either serves.
  if (existsSync(kept)) rmSync(whole, { recursive: true, force: true });
  else renameSync(whole, kept);
}
