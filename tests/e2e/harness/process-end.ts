import type { ChildProcess } from 'node:child_process';
import type { Browser } from 'puppeteer-core';

const PATIENCE_MS = 10_000;

/** Waits for a browser's process to end, and ends it if it does not. */
export async function ended(process: ChildProcess | null): Promise<void> {
  if (!process || process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise<void>((done) => process.once('exit', () => done()));
  const timer = setTimeout(() => process.kill('SIGKILL'), PATIENCE_MS);
  await gone;
  clearTimeout(timer);
}

/** Kills a browser without warning. What it had not written to disk is lost. */
export async function powerCut(browser: Browser): Promise<void> {
  const process = browser.process();
  process?.kill('SIGKILL');
  await ended(process);
}
