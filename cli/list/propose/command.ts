import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { counted } from '../../counted.ts';
import { findExports } from '../../flags/find-exports.ts';
import { CommandFailure } from '../../outcome.ts';
import { openSources } from '../../scan/judge.ts';
import { wholeNumber } from '../../whole-number.ts';
import { LIST_FOLDER, readRecords } from '../read-records.ts';
import { agreedCandidates } from './agreed.ts';
import { type Changes, changesOf } from './changes.ts';
import type { ReadExport } from './observers.ts';
import { readExport } from './read-export.ts';

/** `ensign list propose EXPORTS [--least 2] [--from FOLDER] [--out FOLDER]` */
export const proposeChanges = defineCommand({
  meta: {
    name: 'propose',
    description: "Record changes for people to review, from candidates in many participants' exports",
  },
  args: {
    input: { type: 'positional', required: true, description: 'a folder of Data Packages, or one of them' },
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
    const { exports, faulty } = await readAll(await findExports(args.input));
    const { lookalikes } = await openSources({ reported: false, folder: args.from });
    const { proposals, refused } = changesOf(agreedCandidates(exports, least), exchanges, lookalikes);
    for (const { to, exchange, why } of refused)
      process.stderr.write(`refused ${to} for ${exchange}: ${why}\n`);
    for (const { line } of proposals) process.stdout.write(`${JSON.stringify(line)}\n`);
    process.stderr.write(
      `${counted(exports.length, 'export')}, ${counted(proposals.length, 'proposal')}, ${refused.length} refused: ` +
        'for people to review\n',
    );
    if (args.out !== undefined) await writeRecords(args.out, proposals);
    if (faulty > 0) throw new CommandFailure(`${counted(faulty, 'file')} not read, or not whole`, 1);
  },
});

/** Reads what there is to read; names each file that holds no candidates, or not all of its own, with the reason. */
async function readAll(files: string[]): Promise<{ exports: ReadExport[]; faulty: number }> {
  const exports: ReadExport[] = [];
  let faulty = 0;
  for (const file of files) {
    const { read, faults, remarks } = await readExport(file);
    if (read !== null) exports.push(read);
    if (faults.length > 0) faulty += 1;
    for (const why of [...faults, ...remarks]) process.stderr.write(`${file}: ${why}\n`);
  }
  return { exports, faulty };
}

async function writeRecords(folder: string, proposals: Changes['proposals']): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const record of new Map(proposals.map(({ record }) => [record.id, record])).values()) {
    await writeFile(join(folder, `${record.id}.json`), `${JSON.stringify(record, null, 2)}\n`);
  }
}
