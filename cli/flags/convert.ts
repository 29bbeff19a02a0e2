import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { defineCommand } from 'citty';
import * as v from 'valibot';
import { FORMATS, type Format, writerOf } from '../../utils/export/formats.ts';
import { ImportError } from '../../utils/export/import-error.ts';
import { openExport } from '../../utils/export/open-export.ts';
import { type ExportOptions, LEVELS, TIMES } from '../../utils/export/options.ts';
import { CommandFailure } from '../outcome.ts';
import { readConfirmed } from './confirmed.ts';
import { convertedBundle } from './converted-bundle.ts';
import { leftBehind } from './left-behind.ts';
import { openFile } from './open-file.ts';

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
    const confirmed = args.confirmed ? await readConfirmed(args.confirmed) : new Set<string>();
    const options = optionsOf(args);
    const writer = await writerOf(format, { defanged: args.defanged, confirmed });
    try {
      const opened = await openExport(await openFile(args.input));
      const count = await write(args.out, writer(await convertedBundle(opened, options, randomBytes(32))));
      for (const line of await leftBehind(opened, format)) process.stderr.write(`${line}\n`);
      process.stdout.write(`${JSON.stringify({ out: args.out, format, bytes: count })}\n`);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      throw new CommandFailure(`${args.input}: ${error.message}`, 1, { cause: error });
    }
  },
});

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

/** Writes under another name first: a file under the name asked for is whole. */
async function write(
  path: string,
  chunks: ReturnType<Awaited<ReturnType<typeof writerOf>>>,
): Promise<number> {
  const part = `${path}.part`;
  let bytes = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  try {
    await pipeline(counted, createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    if (!isSystemError(error)) throw error;
    throw new CommandFailure(`cannot write ${path}: ${error.code}`, 1, { cause: error });
  }
  return bytes;
}

/** What the file system says: no such folder, no room, no permission. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
