import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { defineCommand } from 'citty';
import { attributeNames } from '../../utils/list/attribute-names.ts';
import { REPORTED_COLUMNS } from '../../utils/list/check-reported.ts';
import type { ReportedName } from '../../utils/list/list-contents.ts';
import { BLOCKLIST_FORMATS, type BlocklistReading, readBlocklist } from '../../utils/list/read-blocklist.ts';
import { counted } from '../counted.ts';
import { CommandFailure } from '../outcome.ts';
import { readText } from '../read-text.ts';
import { openSources } from '../scan/judge.ts';
import { LIST_FOLDER, readRecords } from './read-records.ts';

/** `ensign list import FILE --format hosts|csv|eth-phishing-detect --source WHO [--out CSV]` */
export const importReports = defineCommand({
  meta: {
    name: 'import',
    description: 'Take reported lookalikes of listed exchanges out of a public blocklist',
  },
  args: {
    file: { type: 'positional', description: 'The blocklist', required: true },
    format: { type: 'enum', description: 'What it is', options: [...BLOCKLIST_FORMATS], required: true },
    source: {
      type: 'string',
      description: 'Who reported it, with the version read',
      required: true,
      valueHint: 'WHO',
    },
    from: { type: 'string', description: 'Folder of the records', default: LIST_FOLDER, valueHint: 'FOLDER' },
    out: { type: 'string', description: 'Where the names go; standard output by default', valueHint: 'CSV' },
  },
  async run({ args }) {
    if (/[,\r\n]/.test(args.source)) throw new CommandFailure('--source is one line without commas', 2);
    const { exchanges } = await readRecords(args.from);
    const reading = await readFrom(args.file, args.format as (typeof BLOCKLIST_FORMATS)[number]);
    process.stderr.write(
      `${counted(reading.names.length, 'name')} read, ${counted(reading.skipped.length, 'line')} skipped\n`,
    );
    const { lookalikes } = await openSources({ reported: false, folder: args.from });
    const attribution = attributeNames(
      reading.names,
      exchanges,
      args.source,
      (host) => lookalikes.match(host)?.exchange ?? null,
    );
    for (const { name, reason } of attribution.refused) process.stderr.write(`refused ${name}: ${reason}\n`);
    process.stderr.write(
      `of listed exchanges: ${attribution.reported.length}, of others: ${attribution.others}, ` +
        `refused: ${attribution.refused.length}\n`,
    );
    const text = writeReported(attribution.reported);
    if (args.out === undefined) process.stdout.write(text);
    else {
      await mkdir(dirname(args.out), { recursive: true });
      await writeFile(args.out, text);
      process.stdout.write(`${args.out}\n`);
    }
  },
});

async function readFrom(file: string, format: (typeof BLOCKLIST_FORMATS)[number]): Promise<BlocklistReading> {
  const text = await readText(file);
  try {
    return readBlocklist(text, format);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CommandFailure(`${file}: ${error.message}`, 1, { cause: error });
    throw error;
  }
}

function writeReported(reported: readonly ReportedName[]): string {
  const lines = reported.map(({ name, exchange, source, firstSeen, lastSeen, exact }) =>
    [name, exchange, source, firstSeen ?? '', lastSeen ?? '', exact ? 'exact' : ''].join(','),
  );
  return `${[REPORTED_COLUMNS.join(','), ...lines.sort()].join('\n')}\n`;
}
