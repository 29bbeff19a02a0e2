import { type FieldDescription, TABLES, type TableName } from './table.ts';

/** One line of the codebook. */
export interface CodebookRow {
  table: TableName;
  field: string;
  type: string;
  unit: string;
  values: string;
  since: number;
  meaning: string;
}

/** Every field of every table: type, unit, values, meaning, and since which schema version. */
export function codebook(): CodebookRow[] {
  return (Object.keys(TABLES) as TableName[]).flatMap((table) =>
    TABLES[table].flatMap((field) => codebookRows(table, field)),
  );
}

function codebookRows(table: TableName, field: FieldDescription): CodebookRow[] {
  const row: CodebookRow = {
    table,
    field: field.name,
    type: field.nullable ? `${field.type} or null` : field.type,
    unit: field.unit ?? '',
    values: field.values?.join(', ') ?? '',
    since: field.since,
    meaning: field.meaning,
  };
  return [row, ...field.fields.flatMap((inner) => codebookRows(table, inner))];
}
