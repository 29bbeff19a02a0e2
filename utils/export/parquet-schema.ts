import type { ParquetWriter } from 'hyparquet-writer';
import { FLAG_COLUMNS } from './columns.ts';
import type { FieldDescription } from './table.ts';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
type Repetition = 'REQUIRED' | 'OPTIONAL';

/** The Parquet schema of the flags, from the one description of their fields. */
export function flagParquetSchema(): SchemaElement[] {
  const columns = FLAG_COLUMNS.flatMap(({ name, field }) => element(name, field));
  return [{ name: 'flags', num_children: FLAG_COLUMNS.length }, ...columns];
}

/** A field's value in the library's types: integers as bigint, instants as Date, absent as undefined. */
export function parquetValue(field: FieldDescription, value: unknown): unknown {
  if (value === null) return undefined;
  switch (field.type) {
    case 'integer':
      return BigInt(value as number);
    case 'datetime':
      return new Date(value as string);
    case 'array':
      if (field.fields.length === 0) return value;
      return (value as Record<string, unknown>[]).map((item) => structValue(field.fields, item));
    default:
      return value;
  }
}

function structValue(fields: FieldDescription[], item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [lastName(field), parquetValue(field, item[lastName(field)])]),
  );
}

function element(name: string, field: FieldDescription): SchemaElement[] {
  const repetition_type: Repetition = field.nullable ? 'OPTIONAL' : 'REQUIRED';
  switch (field.type) {
    case 'integer':
      return [{ name, type: 'INT64', repetition_type }];
    case 'number':
      return [{ name, type: 'DOUBLE', repetition_type }];
    case 'boolean':
      return [{ name, type: 'BOOLEAN', repetition_type }];
    case 'datetime':
      return [{ name, type: 'INT64', repetition_type, ...UTC_MILLISECONDS }];
    case 'array':
      return [
        { name, repetition_type, num_children: 1, converted_type: 'LIST' },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...(field.fields.length === 0 ? [text('element', 'REQUIRED')] : struct('element', field.fields)),
      ];
    default:
      return [text(name, repetition_type)];
  }
}

const UTC_MILLISECONDS = {
  converted_type: 'TIMESTAMP_MILLIS',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
} as const;

function struct(name: string, fields: FieldDescription[]): SchemaElement[] {
  return [
    { name, repetition_type: 'REQUIRED', num_children: fields.length },
    ...fields.flatMap((field) => element(lastName(field), field)),
  ];
}

function text(name: string, repetition_type: Repetition): SchemaElement {
  return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type };
}

/** 'findings[].kind' => 'kind' */
function lastName(field: FieldDescription): string {
  return field.name.slice(field.name.lastIndexOf('.') + 1);
}
