import type { FieldDescription, TableName } from './table.ts';
import { TABLES } from './table.ts';

const PRIMARY_KEYS: Partial<Record<TableName, string>> = { flags: 'flag_id', daily: 'day' };

/** Table Schema (datapackage.org, standard 2.0) of one table. */
export function tableSchema(table: TableName): object {
  const primaryKey = PRIMARY_KEYS[table];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: TABLES[table].map(tableField),
    missingValues: [],
    ...(primaryKey ? { primaryKey: [primaryKey] } : {}),
  };
}

function tableField({ name, type, nullable, unit, meaning, values }: FieldDescription): object {
  const constraints = {
    ...(nullable ? {} : { required: true }),
    ...(values && !nullable ? { enum: values } : {}),
  };
  return {
    name,
    type,
    description: unit ? `${meaning} Unit: ${unit}.` : meaning,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}
