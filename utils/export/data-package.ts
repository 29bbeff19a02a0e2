import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Beside, ExportAccount, ExportBundle, Writer } from './bundle.ts';
import { codebook } from './codebook.ts';
import { type ArchivedFile, HashedZip } from './hashed-zip.ts';
import { jsonLines } from './ndjson.ts';
import { redactionsOf } from './redactions.ts';
import type { TableName } from './table.ts';
import { tableSchema } from './table-schema.ts';
import { textChunks } from './text-chunks.ts';

export const DESCRIPTOR = 'datapackage.json';
export const RECORDS = 'list-records.ndjson';

/**
 * A Data Package (datapackage.org, standard 2.0) as a zip: flags, daily, coverage and edges as JSON lines with
 * their Table Schemas, codebook, list records. The descriptor comes last, with the hash of each file.
 */
export const writeDataPackage: Writer = async function* (bundle: ExportBundle) {
  const zip = new HashedZip();
  yield* zip.file(pathOf('flags'), textChunks(jsonLines(bundle.flags)));
  const beside = await bundle.beside();
  for (const table of ['daily', 'coverage', 'edges'] as const) {
    yield* zip.file(pathOf(table), textChunks(jsonLines(beside[table])));
  }
  yield* zip.file('codebook.ndjson', textChunks(jsonLines(codebook())));
  yield* zip.file(RECORDS, textChunks(jsonLines(beside.records)));
  const descriptor = JSON.stringify(descriptorOf(zip.files, bundle.account, beside), null, 2);
  yield* zip.file(DESCRIPTOR, textChunks(one(`${descriptor}\n`)));
  yield* zip.end();
};

export function pathOf(table: TableName): string {
  return `${table}.ndjson`;
}

function descriptorOf(files: ArchivedFile[], account: ExportAccount, beside: Beside): object {
  const { options, extension_version, detector_version, consent, answers } = account;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'ensign-export',
    title: 'Flags of crypto-exchange sites, recorded by Ensign',
    description: 'What a source records or a rule found; no statement of wrongdoing. See codebook.ndjson.',
    resources: files.map(resourceOf),
    ensign: {
      schema_version: 1,
      extension_version,
      detector_version,
      options,
      redactions: options && redactionsOf(options),
      lists: beside.lists,
      detectors: beside.detectors,
      unreadable_rows: beside.unreadable,
      consent: consent === null ? null : { text: consent, sha256: hashOfText(consent) },
      answers: answers.map((answer) => ({ ...answer, sha256: hashOfText(answer.text) })),
    },
  };
}

/** Hexadecimal SHA-256 of a text in UTF-8. */
export function hashOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed())));
}

const TABLE_PATHS = new Map(
  (['flags', 'daily', 'coverage', 'edges'] as const).map((table) => [pathOf(table), table]),
);

function resourceOf({ path, bytes, sha256 }: ArchivedFile): object {
  const table = TABLE_PATHS.get(path);
  return {
    name: path.replace('.ndjson', ''),
    path,
    format: 'ndjson',
    mediatype: 'application/x-ndjson',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    ...(table ? { type: 'table', schema: tableSchema(table) } : {}),
  };
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
