import { FlagRecordSchema } from '../../utils/history/flag-schema.ts';

/** What a schema of valibot consists of, as far as flags use it. */
export interface SchemaPart {
  kind: 'schema';
  type: string;
  /** Of a schema in a pipe: itself, and what is asked of it beyond its type. */
  pipe?: (SchemaPart | SchemaRule)[];
  wrapped?: SchemaPart;
  item?: SchemaPart;
  entries?: Record<string, SchemaPart>;
  options?: string[];
  literal?: number;
}

/** `max_length` 253, `min_value` 0, `regex` /…/. */
export interface SchemaRule {
  kind: 'validation' | 'metadata';
  type: string;
  requirement?: unknown;
}

/** The schema of a flag. */
export const FLAG = FlagRecordSchema as unknown as SchemaPart;

/** All that is asked of a schema beyond its type; a pipe of a pipe keeps the inner one as its first step. */
export function rulesOf({ pipe = [] }: SchemaPart): SchemaRule[] {
  return pipe.flatMap((step) => (step.kind === 'schema' ? rulesOf(step) : [step]));
}
