import * as v from 'valibot';
import { CoverageIntervalSchema, DailyCountSchema, EdgeSchema } from '../history/beside-schema.ts';
import { DESCRIPTOR, pathOf, RECORDS } from './data-package.ts';
import { ImportError } from './import-error.ts';
import type { OpenedExport } from './opened-export.ts';
import { readFlags } from './read-flag.ts';
import { readLines } from './read-lines.ts';
import { openZip, type ZipFiles } from './unzip.ts';

const MAX_DESCRIPTOR = 1 << 20;
const MAX_BESIDE = 64 << 20;

const DescriptorSchema = v.object({
  name: v.literal('ensign-export'),
  resources: v.array(
    v.object({
      path: v.pipe(v.string(), v.regex(/^[a-z-]+\.ndjson$/)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
      hash: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
    }),
  ),
  ensign: v.looseObject({ schema_version: v.literal(1) }),
});

/** What a list holds of an exchange has changed and will again: such records are carried, not judged. */
const PackagedRecordSchema = v.looseObject({ id: v.string() });

/**
 * Opens a Data Package written by Ensign, checking size and hash of every file first.
 * @throws {ImportError} naming what is not as the descriptor says.
 */
export async function openPackage(file: Blob): Promise<OpenedExport> {
  const zip = await openZip(file);
  const descriptor = await descriptorOf(zip);
  for (const { path, bytes, hash } of descriptor.resources) {
    const size = zip.sizeOf(path);
    if (size === null) throw new ImportError('file missing', path);
    if (size !== bytes || `sha256:${await zip.sha256(path)}` !== hash)
      throw new ImportError('hash differs', path);
  }
  const listed = new Set(descriptor.resources.map(({ path }) => path));
  for (const table of ['flags', 'daily', 'coverage', 'edges'] as const) {
    if (!listed.has(pathOf(table))) throw new ImportError('file missing', pathOf(table));
  }
  return {
    format: 'data-package',
    flags: () => readFlags(zip.stream(pathOf('flags'))),
    daily: () => rowsOf(zip, pathOf('daily'), DailyCountSchema),
    coverage: () => rowsOf(zip, pathOf('coverage'), CoverageIntervalSchema),
    edges: () => rowsOf(zip, pathOf('edges'), EdgeSchema),
    records: async () => (listed.has(RECORDS) ? rowsOf(zip, RECORDS, PackagedRecordSchema) : []),
    account: descriptor.ensign,
  };
}

async function descriptorOf(zip: ZipFiles) {
  const size = zip.sizeOf(DESCRIPTOR);
  if (size === null) throw new ImportError('no descriptor');
  if (size > MAX_DESCRIPTOR) throw new ImportError('too large', DESCRIPTOR);
  let value: unknown;
  try {
    value = await new Response(zip.stream(DESCRIPTOR)).json();
  } catch (error) {
    throw new ImportError('unknown package', 'its descriptor is no JSON', { cause: error });
  }
  const read = v.safeParse(DescriptorSchema, value);
  if (!read.success) throw new ImportError('unknown package', v.getDotPath(read.issues[0]) ?? '');
  return read.output;
}

async function rowsOf<Row>(
  zip: ZipFiles,
  path: string,
  schema: v.GenericSchema<unknown, Row>,
): Promise<Row[]> {
  if (zip.sizeOf(path)! > MAX_BESIDE) throw new ImportError('too large', path);
  const rows: Row[] = [];
  for await (const { number, text } of readLines(zip.stream(path))) {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
    if (!read.success) throw new ImportError('unknown package', `${path}, line ${number}`);
    rows.push(read.output);
  }
  return rows;
}
