import type { FlagRecord } from '../history/flag.ts';
import { type FieldDescription, TABLES } from './table.ts';

/** One column of a flat table of flags; fields within an object have a column each. */
export interface FlagColumn {
  /** `list_version` for `list.version`. */
  name: string;
  field: FieldDescription;
  read(flag: FlagRecord): unknown;
}

export const FLAG_COLUMNS: FlagColumn[] = TABLES.flags.flatMap((field) =>
  field.type === 'object' ? field.fields.map((inner) => column(inner)) : [column(field)],
);

function column(field: FieldDescription): FlagColumn {
  const path = field.name.split('.');
  return {
    name: path.join('_'),
    field,
    read: (flag) => path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], flag),
  };
}
