import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FILE_TYPES, type Format, writerOf } from '../../../utils/export/formats.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import type { FlagRecord } from '../../../utils/history/flag.ts';
import { markedFlag } from '../../fixtures/export/marked-flag.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';

vi.setConfig({ testTimeout: 60_000 });

const CHOICES = { level: 'full', query: true, title: true, time: 'exact' } as const;
const marked = fc.sample(markedFlag, { seed: 20261123, numRuns: 400 });
const source = memorySource({ flags: marked.map(({ flag }) => flag), edges: marked.map(({ edge }) => edge) });

let folder = '';
const expected: FlagRecord[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ensign-read-back-'));
  for await (const flag of prepareExport(source, exportRequest(CHOICES)).flags) expected.push(flag);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(format: Format): Promise<string> {
  const write = await writerOf(format, { defanged: false, confirmed: new Set() });
  const path = join(folder, `${format}.${FILE_TYPES[format].extension}`);
  writeFileSync(path, await bytesOf(write(prepareExport(source, exportRequest(CHOICES)))));
  return path;
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows as Record<string, unknown>[];
}

/** 'observed_at' as DuckDB prints a timestamp. */
function printed(instant: string): string {
  return instant.replace('T', ' ').replace(/\.?0*Z$/, '');
}

describe('DuckDB reads back every field', () => {
  it('of NDJSON', async () => {
    const rows = await query(
      `SELECT json FROM read_json_objects('${await exported('ndjson')}', format = 'newline_delimited')`,
    );
    expect(rows.map((row) => JSON.parse(row.json as string))).toEqual(expected);
  });

  it('of CSV', async () => {
    const rows = await query(
      `SELECT * FROM read_csv('${await exported('csv')}', all_varchar = true, allow_quoted_nulls = false,
        strict_mode = true, header = true, delim = ',', quote = '"', escape = '"')`,
    );
    expect(rows).toHaveLength(expected.length);
    for (const [i, flag] of expected.entries()) {
      const row = rows[i]!;
      expect(Object.keys(row)).toContain('list_sha256');
      for (const [name, text] of Object.entries(row)) {
        expect(text, name).toBe(cellText(valueAt(flag, name)));
      }
    }
  });

  it('of Parquet', async () => {
    const rows = await query(`SELECT * FROM read_parquet('${await exported('parquet')}')`);
    expect(rows).toHaveLength(expected.length);
    for (const [i, flag] of expected.entries()) {
      for (const [name, value] of Object.entries(rows[i]!)) {
        const wanted = valueAt(flag, name);
        if (name === 'observed_at')
          expect(String(value).replace(/\+00$/, '')).toBe(printed(wanted as string));
        else expect(numbered(value, wanted), name).toEqual(wanted);
      }
    }
  });

  it('of an empty export, with the columns', async () => {
    const empty = () => prepareExport(memorySource({ flags: [] }), exportRequest());
    const path = join(folder, 'empty.parquet');
    const write = await writerOf('parquet', { defanged: false, confirmed: new Set() });
    writeFileSync(path, await bytesOf(write(empty())));
    expect(await query(`SELECT count(*)::INT AS n, count(host)::INT AS hosts FROM '${path}'`)).toEqual([
      { n: 0, hosts: 0 },
    ]);
  });
});

describe('unzip', () => {
  it('finds the Data Package whole, and every hash right', async () => {
    const path = await exported('data-package');
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
    const descriptor = JSON.parse(
      execFileSync('unzip', ['-p', path, 'datapackage.json'], { encoding: 'utf8' }),
    );
    for (const resource of descriptor.resources) {
      execFileSync('unzip', ['-o', '-q', path, resource.path, '-d', folder]);
      const sum = execFileSync('sha256sum', [join(folder, resource.path)], { encoding: 'utf8' });
      expect(`sha256:${sum.slice(0, 64)}`).toBe(resource.hash);
    }
    expect(descriptor.resources.map((resource: { name: string }) => resource.name)).toEqual([
      'flags',
      'daily',
      'coverage',
      'edges',
      'codebook',
      'list-records',
    ]);
  });
});

/** A column's value: `list_version` is `list.version`. */
function valueAt(flag: FlagRecord, column: string): unknown {
  const inner = /^(list|settings)_(.*)$/.exec(column);
  if (!inner) return flag[column as keyof FlagRecord];
  return (flag[inner[1] as 'list'] as Record<string, unknown>)[inner[2]!];
}

function cellText(value: unknown): string | null {
  if (value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** DuckDB prints 64-bit integers as texts. */
function numbered(value: unknown, wanted: unknown): unknown {
  if (typeof wanted === 'number') return Number(value);
  if (!Array.isArray(value) || !Array.isArray(wanted)) return value;
  return value.map((item, i) =>
    typeof item === 'object' && item !== null && 'version' in item
      ? { ...item, version: Number(item.version) }
      : numbered(item, wanted[i]),
  );
}
