import { pipeline } from 'node:stream/promises';
import { defineCommand } from 'citty';
import { counted } from '../counted.ts';
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
    const files = await findExports(args.input);
    const lines = async function* () {
      for (const file of files) {
        const checked = await checkExport(file);
        faults += checked.faults;
        yield `${JSON.stringify(checked)}\n`;
      }
    };
    await pipeline(lines, process.stdout, { end: false });
    if (faults > 0) throw new CommandFailure(`${counted(faults, 'fault')} found`, 1);
  },
});
