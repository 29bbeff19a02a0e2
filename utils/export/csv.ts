import Papa from 'papaparse';
import type { FlagFinding, FlagRecord } from '../history/flag.ts';
import type { Writer } from './bundle.ts';
import { FLAG_COLUMNS, type FlagColumn } from './columns.ts';
import { defangHost, defangUrl } from './defang.ts';
import { inertCell } from './inert-cell.ts';
import { textChunks } from './text-chunks.ts';

const NEWLINE = '\r\n';
const BATCH = 256;

type Cell = string | number | boolean | null;

/**
 * CSV (RFC 4180, UTF-8) for programs: no byte order mark, lists as JSON.
 * An absent value is an empty field, an empty text a quoted one: `,,` and `,"",`.
 */
export const writeCsvData: Writer = ({ flags }) => {
  const quotes = (value: unknown) => value === '';
  return textChunks(csvRows(flags, dataCell, { quotes, newline: NEWLINE }));
};

/**
 * CSV for spreadsheets: byte order mark, every cell quoted, formulas and invisible characters made inert.
 * @param defanged whether names and addresses are made unclickable.
 */
export function writeCsvSpreadsheet(defanged: boolean): Writer {
  const cell = (column: FlagColumn, flag: FlagRecord) => spreadsheetCell(column, flag, defanged);
  return ({ flags }) => textChunks(csvRows(flags, cell, { quotes: true, newline: NEWLINE }, '\uFEFF'));
}

async function* csvRows(
  flags: AsyncIterable<FlagRecord>,
  cellOf: (column: FlagColumn, flag: FlagRecord) => Cell,
  config: Papa.UnparseConfig,
  head = '',
): AsyncGenerator<string> {
  const text = (rows: Cell[][]) => Papa.unparse(rows, config) + NEWLINE;
  yield head + text([FLAG_COLUMNS.map((column) => column.name)]);
  let rows: Cell[][] = [];
  for await (const flag of flags) {
    rows.push(FLAG_COLUMNS.map((column) => cellOf(column, flag)));
    if (rows.length < BATCH) continue;
    yield text(rows);
    rows = [];
  }
  if (rows.length > 0) yield text(rows);
}

function dataCell({ read }: FlagColumn, flag: FlagRecord): Cell {
  const value = read(flag);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell);
}

const NAMES = new Set(['host', 'host_unicode', 'registrable_domain', 'referrer_domain', 'redirect_chain']);

function spreadsheetCell({ name, read }: FlagColumn, flag: FlagRecord, defanged: boolean): Cell {
  let value = read(flag);
  if (defanged) value = defang(name, value);
  if (Array.isArray(value)) value = listText(value);
  return typeof value === 'string' ? inertCell(value) : (value as Cell);
}

function listText(list: unknown[]): string {
  return list.every((item) => typeof item === 'string') ? list.join(' | ') : JSON.stringify(list);
}

function defang(name: string, value: unknown): unknown {
  if (value === null) return null;
  if (name === 'url') return defangUrl(value as string);
  if (name === 'findings') {
    return (value as FlagFinding[]).map((finding) => ({
      ...finding,
      target: finding.target === null ? null : defangHost(finding.target),
    }));
  }
  if (!NAMES.has(name)) return value;
  return Array.isArray(value) ? (value as string[]).map(defangHost) : defangHost(value as string);
}
