import { defineCommand } from 'citty';
import { CommandFailure } from '../outcome.ts';
import { checkExport } from './check-export.ts';
import { findExports } from './find-exports.ts';

/** `ensign flags validate` */
export const validate = defineCommand({
  meta: {
    name: 'validate',
    description:
      'Check exports line by line: one JSON line a file, with every fault counted and the first named',
  },
  args: {
    input: {
      type: 'positional',
      required: true,
      description: 'an NDJSON file, a Data Package, or a folder of them',
    },
  },
  async run({ args }) {
    let faults = 0;
    for (const file of await findExports(args.input)) {
      const checked = await checkExport(file);
      faults += checked.faults;
      process.stdout.write(`${JSON.stringify(checked)}\n`);
    }
    if (faults > 0) throw new CommandFailure(`${faults} ${faults === 1 ? 'fault' : 'faults'} found`, 1);
  },
});
