import { type FieldDescription, TABLES } from '../../utils/export/table.ts';
import { quoted, quotedList } from './duck.ts';

/** DuckDB's types for the fields of a flag, from the one description: `{schema_version: 'BIGINT', …}`. */
export function flagColumns(): string {
  return `{${TABLES.flags.map((field) => `${field.name}: '${duckType(field)}'`).join(', ')}}`;
}

/** A relation of the flags in NDJSON files; a line that does not read is a row of nulls. */
export function readFlags(files: string[]): string {
  return `read_json(${quotedList(files)}, format = 'newline_delimited', columns = ${flagColumns()},
    ignore_errors = true, filename = true, maximum_object_size = 8388608, map_inference_threshold = -1)`;
}

/**
 * Whether a row is no flag: a field missing, of another type, or out of its bounds. What this misses (a field
 * too many) changes no column.
 */
export function isFaulty(): string {
  const required = TABLES.flags.filter((field) => !field.nullable).map((field) => `${field.name} IS NULL`);
  // NULL NOT IN (…) is NULL; whether a field may be NULL is asked above.
  const valued = TABLES.flags.flatMap(({ name, values }) =>
    values
      ? [`coalesce(${name} NOT IN (${values.map((value) => quoted(String(value))).join(', ')}), false)`]
      : [],
  );
  return [
    ...required,
    ...valued,
    `NOT regexp_full_match(flag_id, '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}')`,
    'score < 0 OR score > 1',
    'abs(tz_offset_min) > 900',
    'len(host) > 253',
  ].join(' OR ');
}

function duckType(field: FieldDescription): string {
  switch (field.type) {
    case 'integer':
      return 'BIGINT';
    case 'number':
      return 'DOUBLE';
    case 'boolean':
      return 'BOOLEAN';
    case 'datetime':
      return 'TIMESTAMP';
    case 'array':
      return field.fields.length === 0 ? 'VARCHAR[]' : `${struct(field.fields)}[]`;
    case 'object':
      return struct(field.fields);
    default:
      return 'VARCHAR';
  }
}

function struct(fields: FieldDescription[]): string {
  const inner = fields.map(
    (field) => `"${field.name.slice(field.name.lastIndexOf('.') + 1)}" ${duckType(field)}`,
  );
  return `STRUCT(${inner.join(', ')})`;
}
