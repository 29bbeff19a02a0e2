import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { CommandFailure } from '../outcome.ts';
import { openDuck } from './duck.ts';
import { findExports } from './find-exports.ts';
import { gather } from './gather.ts';
import { writeMerged } from './write-merged.ts';

/** `ensign flags merge` */
export const merge = defineCommand({
  meta: {
    name: 'merge',
    description:
      'Gather many exports into Parquet, study=/participant=/date=, each flag once; what does not read is named and set aside',
  },
  args: {
    input: { type: 'positional', required: true, description: 'a folder of exports, or one of them' },
    out: { type: 'string', required: true, description: 'folder to write, which must be empty or new' },
  },
  async run({ args }) {
    await mkdir(args.out, { recursive: true });
    if ((await readdir(args.out)).length > 0) throw new CommandFailure(`${args.out} is not empty`, 2);
    const staging = await mkdtemp(join(args.out, '.staging-'));
    const duck = await openDuck(staging, join(staging, 'gathered.duckdb'));
    try {
      const gathered = await gather(duck, await findExports(args.input), staging, args.out);
      const written = await writeMerged(duck, gathered, args.out);
      process.stdout.write(`${JSON.stringify({ ...written, set_aside: gathered.setAside })}\n`);
      if (gathered.setAside > 0) {
        throw new CommandFailure(
          `${gathered.setAside} set aside: see ${join(args.out, 'set-aside.ndjson')}`,
          1,
        );
      }
    } finally {
      duck.close();
      await rm(staging, { recursive: true, force: true });
    }
  },
});
