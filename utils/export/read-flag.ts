import * as v from 'valibot';
import type { FlagRecord } from '../history/flag.ts';
import { FlagRecordSchema } from '../history/flag-schema.ts';
import { type Line, readLines } from './read-lines.ts';

/** Why a line is no flag. */
export type FlagFault =
  | 'not JSON'
  | 'cut off'
  | 'line too long'
  | 'unknown schema version'
  | 'not a flag record';

export type ReadFlag =
  | { flag: FlagRecord; line: number }
  | { fault: FlagFault; line: number /** Where in the record, or what was there instead. */; detail: string };

/** Reads one line of an export: the flag, or by name what is wrong with it. */
export function readFlag({ number, text, ended }: Line): ReadFlag {
  if (text === null) return { fault: 'line too long', line: number, detail: '' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { fault: ended ? 'not JSON' : 'cut off', line: number, detail: text.slice(0, 80) };
  }
  const version = versionOf(value);
  if (version !== undefined && version !== 1) {
    return { fault: 'unknown schema version', line: number, detail: String(version).slice(0, 80) };
  }
  const read = v.safeParse(FlagRecordSchema, value, { abortEarly: true });
  if (read.success) return { flag: read.output, line: number };
  return { fault: 'not a flag record', line: number, detail: where(read.issues[0]) };
}

/** Every line of an NDJSON stream: the flag, or what is wrong with it. */
export async function* readFlags(bytes: ReadableStream<Uint8Array>): AsyncGenerator<ReadFlag> {
  for await (const line of readLines(bytes)) yield readFlag(line);
}

function versionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'schema_version' in value
    ? value.schema_version
    : undefined;
}

function where(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'record'}: ${issue.message}`.slice(0, 200);
}
