import * as v from 'valibot';
import { CoverageIntervalSchema, DailyCountSchema, EdgeSchema } from '../history/beside-schema.ts';
import { FlagRecordSchema } from '../history/flag-schema.ts';

/** Types of Table Schema (datapackage.org, standard 2.0) that the records use. */
export type FieldType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'array'
  | 'object';

/** One field as codebook and schemas describe it. */
export interface FieldDescription {
  /** Dotted where it stands within another: `list.version`, `findings[].kind`. */
  name: string;
  type: FieldType;
  nullable: boolean;
  unit: string | null;
  meaning: string;
  since: number;
  /** The values it can take, where they are few. */
  values: (string | number)[] | null;
  fields: FieldDescription[];
}

export type TableName = 'flags' | 'daily' | 'coverage' | 'edges';

/** Every table of an export, described from the one schema. */
export const TABLES: Record<TableName, FieldDescription[]> = {
  flags: describe(FlagRecordSchema.entries),
  daily: describe(DailyCountSchema.entries),
  coverage: describe(CoverageIntervalSchema.entries),
  edges: describe(EdgeSchema.entries),
};

type Entries = Record<string, v.GenericSchema>;

function describe(entries: Entries, prefix = ''): FieldDescription[] {
  return Object.entries(entries).map(([key, schema]) => describeField(`${prefix}${key}`, schema));
}

function describeField(name: string, schema: v.GenericSchema): FieldDescription {
  const meaning = v.getDescription(schema);
  const { unit = null, since } = v.getMetadata(schema) as { unit?: string | null; since?: number };
  if (meaning === undefined || since === undefined) throw new Error(`${name} is not described in its schema`);
  const { base, nullable } = unwrap(schema);
  return {
    name,
    type: typeOf(base),
    nullable,
    unit,
    meaning,
    since,
    values: valuesOf(base),
    fields: fieldsOf(base, name),
  };
}

function unwrap(schema: v.GenericSchema): { base: v.GenericSchema; nullable: boolean } {
  return isKind(schema, 'nullable')
    ? { base: (schema as unknown as { wrapped: v.GenericSchema }).wrapped, nullable: true }
    : { base: schema, nullable: false };
}

function typeOf(schema: v.GenericSchema): FieldType {
  const { format } = v.getMetadata(schema) as { format?: 'date' | 'datetime' };
  if (format) return format;
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'picklist':
      return 'string';
    case 'literal':
      return 'integer';
    case 'number':
      return hasAction(schema, 'integer') ? 'integer' : 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return 'array';
    case 'strict_object':
    case 'record':
      return 'object';
    default:
      throw new Error(`no table type for ${schema.type}`);
  }
}

function valuesOf(schema: v.GenericSchema): (string | number)[] | null {
  if (isKind(schema, 'picklist')) return [...(schema as unknown as { options: string[] }).options];
  if (isKind(schema, 'literal')) return [(schema as unknown as { literal: number }).literal];
  return null;
}

function fieldsOf(schema: v.GenericSchema, name: string): FieldDescription[] {
  if (isKind(schema, 'strict_object')) {
    return describe((schema as unknown as { entries: Entries }).entries, `${name}.`);
  }
  if (!isKind(schema, 'array')) return [];
  const { item } = schema as unknown as { item: v.GenericSchema };
  return isKind(item, 'strict_object')
    ? describe((item as unknown as { entries: Entries }).entries, `${name}[].`)
    : [];
}

function isKind(schema: v.GenericSchema, type: string): boolean {
  return schema.type === type;
}

function hasAction(schema: v.GenericSchema, type: string): boolean {
  const { pipe } = schema as { pipe?: { type: string }[] };
  return pipe?.some((step) => step.type === type || hasNestedAction(step, type)) ?? false;
}

/** A pipe of a pipe keeps the inner one as its first step. */
function hasNestedAction(step: { type: string }, type: string): boolean {
  return 'pipe' in step && hasAction(step as unknown as v.GenericSchema, type);
}
