import { pipeline } from 'node:stream/promises';
import { defineCommand } from 'citty';
import { openJudge } from './judge.ts';
import { openInput } from './open-input.ts';
import { scanHosts } from './scan-hosts.ts';

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
    const input = await openInput(args.file, 'hosts');
    const judge = await openJudge({ reported: args.reported });
    await pipeline(scanHosts(input, judge), process.stdout, { end: false });
  },
});
