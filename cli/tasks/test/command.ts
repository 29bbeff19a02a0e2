import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { How, Outcome } from './stage.ts';

/** What a command printed (stdout and stderr as they came) and how it ended. */
export interface Ended {
  code: number | null;
  output: string;
  /** It was stopped for taking longer than its limit. */
  late: boolean;
}

/** The signal reaches the command's own children too: it leads a process group where the system has them. */
const GROUPS = process.platform !== 'win32';

interface CommandOptions {
  limitMs: number;
  /** Passes its output on as it comes. */
  live?: boolean;
  /** Takes only the processor time that others leave. */
  idle?: boolean;
  cwd?: string;
}

/** Runs a program found through PATH. Past `limitMs` it and its children are ended. */
export function runCommand(
  [file, ...args]: [string, ...string[]],
  { limitMs, live = false, idle = false, cwd }: CommandOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      detached: GROUPS,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !GROUPS,
    });
    // What it starts itself inherits that.
    if (idle && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = '';
    let late = false;
    const take = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (live) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const stop = (): boolean =>
      GROUPS && child.pid ? process.kill(-child.pid, 'SIGKILL') : child.kill('SIGKILL');
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, limitMs);
    process.once('exit', stopIfRunning);
    function stopIfRunning(): void {
      if (child.exitCode === null && child.signalCode === null) stop();
    }
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('exit', stopIfRunning);
      resolve({ code, output, late });
    });
  });
}

/** A script of package.json as a stage that passes or fails as a whole. */
export async function runScript(script: string, limitMs: number, { beside }: How): Promise<Outcome> {
  const command: [string, ...string[]] = ['npm', 'run', '--silent', script];
  const { code, output, late } = await runCommand(command, { limitMs, idle: beside });
  const passed = code === 0 ? 1 : 0;
  return {
    passed,
    failed: 1 - passed,
    output: late ? `${output}\nStopped after ${limitMs / 1000} s.` : output,
  };
}
