import { spawn } from 'node:child_process';
import { say } from './say.mjs';

/** A command of the set-up ended with something else than 0. */
export class SetupError extends Error {
  name = 'SetupError';
}

const STILL_EVERY_MS = 20_000;

/**
 * @param {string} title
 * @param {string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} how
 *
 * Runs one command of the set-up: says what starts, a line every 20 s while it lasts, and how long it took.
 * `command` is a list, never a shell line. Throws SetupError when it cannot start or fails.
 */
export async function step(title, command, { cwd, env = process.env, quiet = false } = {}) {
  const [file, ...args] = command;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`${title} …`);
  const ticker = setInterval(() => say(`${title}: still at it after ${seconds()} s`), STILL_EVERY_MS);
  try {
    await finished(file, args, { cwd, env, quiet });
  } catch (cause) {
    throw new SetupError(`${title}: ${cause.message}`, { cause });
  } finally {
    clearInterval(ticker);
  }
  say(`${title}: done in ${seconds()} s`);
}

function finished(file, args, { cwd, env, quiet }) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32';
    const child = spawn(file, args, { cwd, env, shell, stdio: ['ignore', quiet ? 'pipe' : 2, 'pipe'] });
    const tail = [];
    child.stdout?.on('data', (chunk) => keepTail(tail, chunk));
    child.stderr.on('data', (chunk) => (quiet ? keepTail(tail, chunk) : process.stderr.write(chunk)));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      reject(new Error(`${file} ended with ${signal ?? code}\n${tail.join('')}`.trimEnd()));
    });
  });
}

function keepTail(tail, chunk) {
  tail.push(String(chunk));
  if (tail.length > 40) tail.shift();
}
