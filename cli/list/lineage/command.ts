import { writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { CommandFailure } from '../../outcome.ts';
import { LIST_FOLDER, readRecords } from '../read-records.ts';
import { storyOf } from './story.ts';
import { drawSvg } from './svg.ts';
import { drawInTerminal } from './terminal.ts';

/** `ensign list lineage ID [--svg FILE] [--from FOLDER]` */
export const lineage = defineCommand({
  meta: { name: 'lineage', description: "Draw how an exchange's names followed each other" },
  args: {
    id: { type: 'positional', description: 'The exchange, by its id', required: true },
    svg: { type: 'string', description: 'Also write a drawing', valueHint: 'FILE' },
    from: { type: 'string', description: 'Folder of the records', default: LIST_FOLDER, valueHint: 'FOLDER' },
  },
  async run({ args }) {
    const { exchanges, issued } = await readRecords(args.from);
    const record = exchanges.find(({ id }) => id === args.id);
    if (!record) throw new CommandFailure(`${args.id} is no exchange of ${args.from}`, 2);
    const story = storyOf(record, exchanges);
    process.stdout.write(drawInTerminal(story));
    if (args.svg === undefined) return;
    await writeFile(args.svg, drawSvg(story, Number(issued.slice(0, 4))));
    process.stderr.write(`${args.svg}\n`);
  },
});
