import * as v from 'valibot';
import type { ExchangeRecord } from '../exchange/record.ts';
import { crossCheck } from './cross-check.ts';
import { compareFaults, type RecordFault } from './record-fault.ts';
import { exchangeSchema, type ListVersion, versionSchema } from './schema.ts';

/** A file of the list as it was read. */
export interface RecordFile {
  /** Name within the folder, `okx.json`. */
  file: string;
  text: string;
}

export interface CheckedRecords {
  /** In the order of their ids; only those without fault. */
  exchanges: ExchangeRecord[];
  /** Everything wrong, in all files at once. */
  faults: RecordFault[];
}

/** Names that some file systems keep for devices. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Reads every exchange's file: first each by itself, then all against each other. */
export function checkRecords(files: readonly RecordFile[]): CheckedRecords {
  const faults: RecordFault[] = [];
  const exchanges: ExchangeRecord[] = [];
  for (const { file, text } of files) {
    const parsed = parse(file, text, exchangeSchema);
    faults.push(...parsed.faults);
    if (!parsed.value) continue;
    if (`${parsed.value.id}.json` !== file) {
      faults.push({ file, field: 'id', reason: `is ${parsed.value.id}, but the file is ${file}` });
    }
    if (DEVICE_NAME.test(parsed.value.id)) {
      faults.push({ file, field: 'id', reason: 'is a device name on some systems' });
    }
    exchanges.push(parsed.value);
  }
  exchanges.sort((a, b) => (a.id < b.id ? -1 : 1));
  faults.push(...crossCheck(exchanges));
  return { exchanges, faults: faults.sort(compareFaults) };
}

/** Reads version.json. */
export function checkVersion(
  file: string,
  text: string,
): { version: ListVersion | null; faults: RecordFault[] } {
  const { value, faults } = parse(file, text, versionSchema);
  return { version: value, faults };
}

function parse<Value>(
  file: string,
  text: string,
  schema: v.GenericSchema<unknown, Value>,
): { value: Value | null; faults: RecordFault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      value: null,
      faults: [{ file, field: '', reason: `is no JSON: ${(error as SyntaxError).message}` }],
    };
  }
  const result = v.safeParse(schema, json);
  if (result.success) return { value: result.output, faults: [] };
  const first = new Map<string, RecordFault>();
  for (const issue of result.issues) {
    const field = v.getDotPath(issue) ?? '';
    if (!first.has(field)) first.set(field, { file, field, reason: reasonOf(issue) });
  }
  return { value: null, faults: [...first.values()] };
}

function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is no field of this record';
  if (issue.received === 'undefined') return 'is missing';
  return issue.kind === 'schema' ? `is ${issue.received}, not ${issue.expected}` : issue.message;
}
