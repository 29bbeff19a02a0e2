import { vi } from 'vitest';
import { run } from '../../../cli/run.ts';

/** How a command ended: its exit code, what it printed and what it said on stderr. */
export interface Run {
  code: number;
  out: string;
  said: string;
}

/** Runs `ensign` in this process: a start of its own takes each command a second. */
export async function runEnsign(...args: string[]): Promise<Run> {
  const out = listenTo(process.stdout);
  const said = listenTo(process.stderr);
  try {
    const code = await run(args);
    return { code, out: out.heard(), said: said.heard() };
  } finally {
    out.end();
    said.end();
  }
}

function listenTo(stream: NodeJS.WriteStream) {
  const chunks: Buffer[] = [];
  const spy = vi.spyOn(stream, 'write').mockImplementation(((
    chunk: string | Uint8Array,
    ...rest: unknown[]
  ) => {
    chunks.push(Buffer.from(chunk));
    const told = rest.at(-1);
    if (typeof told === 'function') told();
    return true;
  }) as typeof stream.write);
  return { heard: () => Buffer.concat(chunks).toString(), end: () => spy.mockRestore() };
}
