import { stat } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { counted } from '../counted.ts';
import { BUNDLED_LIST, buildBundledList } from './bundled.ts';
import { LIST_FOLDER } from './read-records.ts';

/** `ensign list build [--out FILE] [--from FOLDER]` */
export const build = defineCommand({
  meta: { name: 'build', description: 'Check the records and compile them to a snapshot' },
  args: {
    out: { type: 'string', description: 'Where the snapshot goes', default: BUNDLED_LIST, valueHint: 'FILE' },
    from: { type: 'string', description: 'Folder of the records', default: LIST_FOLDER, valueHint: 'FOLDER' },
  },
  async run({ args }) {
    process.stderr.write(`reading ${args.from}\n`);
    const list = await buildBundledList(args.out, args.from);
    const { size } = await stat(args.out);
    const rows = list.exchanges.reduce((sum, exchange) => sum + exchange.domains.length, 0);
    process.stderr.write(
      `version ${list.version}: ${counted(list.exchanges.length, 'exchange')}, ${counted(rows, 'domain')}, ` +
        `${counted(list.reported.length, 'reported name')}, ${size} bytes\n`,
    );
    process.stdout.write(`${args.out}\n`);
  },
});
