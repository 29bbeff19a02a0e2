import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { defineCommand } from 'citty';
import { CommandFailure } from '../outcome.ts';
import { openJudge } from './judge.ts';
import { scanHosts } from './scan-hosts.ts';

const CHUNK_BYTES = 64 * 1024;

/** `ensign scan hosts [--no-reported] [FILE|-]` */
export const hosts = defineCommand({
  meta: {
    name: 'hosts',
    description: 'Judge hostnames or URLs, one a line; NDJSON out, one line for one line, in order',
  },
  args: {
    file: { type: 'positional', description: 'File to read; - for standard input', default: '-' },
    reported: {
      type: 'boolean',
      description: "Use the list's blocklist of reported lookalikes",
      negativeDescription: 'Leave the blocklist out',
      default: true,
    },
  },
  async run({ args }) {
    const input = await openInput(args.file);
    const judge = await openJudge({ reported: args.reported });
    try {
      await pipeline(scanHosts(input, judge), process.stdout, { end: false });
    } catch (error) {
      if (!readerLeft(error)) throw error;
    }
  },
});

async function openInput(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') {
    if (process.stdin.isTTY) process.stderr.write('reading hosts from the terminal; end with Ctrl+D\n');
    return process.stdin;
  }
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new Error('is a folder');
    return createReadStream(file, { fd: handle, highWaterMark: CHUNK_BYTES });
  } catch (cause) {
    throw new CommandFailure(`cannot read ${file}: ${(cause as Error).message}`, 2, { cause });
  }
}

/** `… | head` has seen enough: no fault of this command. */
function readerLeft(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EPIPE';
}
