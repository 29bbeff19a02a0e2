import { openAsBlob } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { ImportError } from '../../../utils/export/import-error.ts';
import { openExport } from '../../../utils/export/open-export.ts';
import type { FlagRecord } from '../../../utils/history/flag.ts';
import { findExports } from '../../flags/find-exports.ts';
import { CommandFailure } from '../../outcome.ts';
import { openSources } from '../../scan/judge.ts';
import { wholeNumber } from '../../whole-number.ts';
import { LIST_FOLDER, readRecords } from '../read-records.ts';
import { agreedCandidates } from './agreed.ts';
import { changesOf } from './changes.ts';
import { identitiesOf, type ReadExport } from './observers.ts';

/** `ensign list propose EXPORTS [--least 2] [--from FOLDER] [--out FOLDER]` */
export const proposeChanges = defineCommand({
  meta: {
    name: 'propose',
    description: "Record changes for people to review, from candidates in many participants' exports",
  },
  args: {
    input: { type: 'positional', required: true, description: 'a folder of exports, or one of them' },
    least: { type: 'string', default: '2', description: 'independent participants that must have seen it' },
    from: { type: 'string', description: 'Folder of the records', default: LIST_FOLDER, valueHint: 'FOLDER' },
    out: {
      type: 'string',
      description: 'Where the changed records go, one file an exchange, to compare and review',
      valueHint: 'FOLDER',
    },
  },
  async run({ args }) {
    const least = wholeNumber(args.least, '--least');
    const { exchanges } = await readRecords(args.from);
    const exports = await Promise.all((await findExports(args.input)).map(readExport));
    const { lookalikes } = await openSources({ reported: false, folder: args.from });
    const { proposals, refused } = changesOf(agreedCandidates(exports, least), exchanges, lookalikes);
    for (const { to, exchange, why } of refused)
      process.stderr.write(`refused ${to} for ${exchange}: ${why}\n`);
    for (const { line } of proposals) process.stdout.write(`${JSON.stringify(line)}\n`);
    process.stderr.write(
      `${exports.length} exports, ${proposals.length} proposals, ${refused.length} refused: for people to review\n`,
    );
    if (args.out === undefined) return;
    await mkdir(args.out, { recursive: true });
    for (const record of new Map(proposals.map(({ record }) => [record.id, record])).values()) {
      await writeFile(join(args.out, `${record.id}.json`), `${JSON.stringify(record, null, 2)}\n`);
    }
  },
});

/** @throws CommandFailure for a file that is no export. */
async function readExport(file: string): Promise<ReadExport> {
  try {
    const opened = await openExport(await openAsBlob(file));
    const flags: FlagRecord[] = [];
    for await (const read of opened.flags()) if ('flag' in read) flags.push(read.flag);
    return { file, ...identitiesOf(flags), edges: await opened.edges() };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new CommandFailure(`${file}: ${error.message}`, 1, { cause: error });
  }
}
