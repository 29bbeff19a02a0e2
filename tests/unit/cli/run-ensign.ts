import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How a command ended: its exit code, what it printed and what it said on stderr. */
export interface Run {
  code: number;
  out: string;
  said: string;
}

/** Runs `ensign` as a terminal does. */
export async function runEnsign(...args: string[]): Promise<Run> {
  const node = ['--disable-warning=ExperimentalWarning', 'cli/ensign.ts', ...args];
  try {
    const { stdout, stderr } = await promisify(execFile)('node_modules/.bin/node', node);
    return { code: 0, out: stdout, said: stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, out: failed.stdout, said: failed.stderr };
  }
}
