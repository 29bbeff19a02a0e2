import { type FieldDescription, TABLES } from '../../utils/export/table.ts';
import { quotedList } from './duck.ts';

/** DuckDB's types for the fields of a flag, from the one description: `{schema_version: 'BIGINT', …}`. */
export function flagColumns(): string {
  return `{${TABLES.flags.map((field) => `${field.name}: '${duckType(field)}'`).join(', ')}}`;
}

/** A relation of the flags in NDJSON files; a line that does not read is a row of nulls. */
export function readFlags(files: string[]): string {
  return `read_json(${quotedList(files)}, format = 'newline_delimited', columns = ${flagColumns()},
    ignore_errors = true, filename = true, maximum_object_size = 8388608, map_inference_threshold = -1)`;
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
