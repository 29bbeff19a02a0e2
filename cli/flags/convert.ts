import { randomBytes } from 'node:crypto';
import { defineCommand } from 'citty';
import * as v from 'valibot';
import { FORMATS, type Format, writerOf } from '../../utils/export/formats.ts';
import { ImportError } from '../../utils/export/import-error.ts';
import { openExport } from '../../utils/export/open-export.ts';
import { type ExportOptions, LEVELS, TIMES } from '../../utils/export/options.ts';
import { counted } from '../counted.ts';
import { firstOf } from '../first-of.ts';
import { CommandFailure } from '../outcome.ts';
import { readConfirmed } from './confirmed.ts';
import { convertedBundle } from './converted-bundle.ts';
import { leftBehind } from './left-behind.ts';
import { openFile } from './open-file.ts';
import { watchIds } from './watch-ids.ts';
import { writeOut } from './write-out.ts';

const choice = <Value extends string>(values: readonly Value[]) => v.picklist(values);

/** `ensign flags convert` */
export const convert = defineCommand({
  meta: {
    name: 'convert',
    description: 'Write an export in another format; with --level or --time also with less detail',
  },
  args: {
    input: { type: 'positional', required: true, description: 'an NDJSON file or a Data Package' },
    to: { type: 'string', required: true, description: FORMATS.join(', ') },
    out: { type: 'string', required: true, description: 'file to write' },
    level: { type: 'string', description: `leave out more of addresses: ${LEVELS.join(', ')}` },
    time: { type: 'string', description: `make times coarser: ${TIMES.join(', ')}` },
    title: { type: 'boolean', default: true, description: 'keep titles' },
    query: { type: 'boolean', default: true, description: 'keep queries at level full' },
    defanged: { type: 'boolean', default: false, description: 'csv-spreadsheet: names unclickable' },
    confirmed: {
      type: 'string',
      description: 'stix: file of flag ids, one a line, that an analyst confirmed: these become indicators',
    },
  },
  async run({ args }) {
    const format = parsed(choice(FORMATS), args.to, '--to') as Format;
    refuseOthers(format, args);
    const confirmed = args.confirmed ? await readConfirmed(args.confirmed) : new Set<string>();
    const options = optionsOf(args);
    const writer = await writerOf(format, { defanged: args.defanged, confirmed });
    try {
      const { opened, watched } = watchIds(await openExport(await openFile(args.input)));
      const count = await writeOut(args.out, writer(await convertedBundle(opened, options, randomBytes(32))));
      const said = [
        ...watched.oddities().map((odd) => `${args.input}: ${odd}`),
        ...unmet(confirmed, watched.ids),
      ];
      for (const line of [...said, ...(await leftBehind(opened, format))]) process.stderr.write(`${line}\n`);
      process.stdout.write(`${JSON.stringify({ out: args.out, format, bytes: count })}\n`);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      throw new CommandFailure(`${args.input}: ${error.message}`, 1, { cause: error });
    }
  },
});

interface FormatArgs {
  out: string;
  defanged: boolean;
  confirmed?: string | undefined;
}

/** Choices that the format has no use for, and a name that other programs take for standard output. */
function refuseOthers(format: Format, { out, defanged, confirmed }: FormatArgs): void {
  if (out === '-') throw new CommandFailure('--out wants a file; ./- is one of that name', 2);
  if (defanged && format !== 'csv-spreadsheet')
    throw new CommandFailure('--defanged concerns csv-spreadsheet alone', 2);
  if (confirmed && format !== 'stix') throw new CommandFailure('--confirmed concerns stix alone', 2);
}

/** Of the confirmed ids those that no flag has. */
function unmet(confirmed: ReadonlySet<string>, ids: ReadonlySet<string>): string[] {
  const none = [...confirmed].filter((id) => !ids.has(id));
  return none.length === 0 ? [] : [`--confirmed: ${counted(none.length, 'id')} of no flag: ${firstOf(none)}`];
}

interface OptionArgs {
  level?: string | undefined;
  time?: string | undefined;
  title: boolean;
  query: boolean;
}

/** null where nothing more is to be left out than the export left out already. */
function optionsOf({ level, time, title, query }: OptionArgs): ExportOptions | null {
  if (level === undefined && time === undefined && title && query) return null;
  return {
    level: parsed(choice(LEVELS), level ?? 'full', '--level'),
    time: parsed(choice(TIMES), time ?? 'exact', '--time'),
    title,
    query,
    flag_ids: 'kept',
    study: null,
  };
}

function parsed<Value>(schema: v.GenericSchema<unknown, Value>, value: unknown, name: string): Value {
  const read = v.safeParse(schema, value);
  if (!read.success) throw new CommandFailure(`${name}: ${read.issues[0].message}`, 2);
  return read.output;
}
