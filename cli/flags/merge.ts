import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { CommandFailure } from '../outcome.ts';
import { openDuck } from './duck.ts';
import { findExports } from './find-exports.ts';
import { gather } from './gather.ts';
import { keepOnce } from './keep-once.ts';
import { openSources } from './open-sources.ts';
import { SET_ASIDE, SetAside } from './set-aside.ts';
import { writeMerged } from './write-merged.ts';

/** What DuckDB may hold at once; the rest waits on disk. */
const MEMORY = '1GB';

/** `ensign flags merge` */
export const merge = defineCommand({
  meta: {
    name: 'merge',
    description:
      'Gather many exports into Parquet, study=/date=, each flag once; what does not read is named and set aside',
  },
  args: {
    input: { type: 'positional', required: true, description: 'a folder of exports, or one of them' },
    out: { type: 'string', required: true, description: 'folder to write, which must be empty or new' },
  },
  async run({ args }) {
    const files = await findExports(args.input);
    await mkdir(args.out, { recursive: true });
    if ((await readdir(args.out)).length > 0) throw new CommandFailure(`${args.out} is not empty`, 2);
    const staging = await mkdtemp(join(args.out, '.staging-'));
    const duck = await openDuck(staging, MEMORY);
    const aside = new SetAside(args.out);
    try {
      const { sources, beside } = await openSources(files, staging, aside);
      const folders = await gather(duck, sources, staging, aside);
      const repeated = await keepOnce(duck, { folders, sources, out: args.out, aside });
      const written = await writeMerged(duck, { folders, sources, beside }, args.out);
      process.stdout.write(`${JSON.stringify({ ...written, repeated, set_aside: aside.count })}\n`);
      if (aside.count > 0) {
        throw new CommandFailure(`${aside.count} set aside: see ${join(args.out, SET_ASIDE)}`, 1);
      }
    } finally {
      duck.close();
      await rm(staging, { recursive: true, force: true });
    }
  },
});
