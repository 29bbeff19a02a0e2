import { type CodebookRow, codebook } from '../../utils/export/codebook.ts';
import { DEFAULT_OPTIONS, LEVELS } from '../../utils/export/options.ts';
import { redactionsOf } from '../../utils/export/redactions.ts';

const INTRODUCTION = `# Codebook

What an export holds, schema version 1. Generated from \`utils/history/flag-schema.ts\` and
\`utils/history/beside-schema.ts\` by \`npm run codebook\`; a test compares them.

In CSV and Parquet a field within an object is a column of its own, joined by an underscore: \`list_version\`
for \`list.version\`. In CSV an absent value is an empty field, an empty text a quoted one, a list is JSON.
Flags come in order of \`flag_id\`, which is random. Nothing in a file tells when it was made.

Of what stands beside the flags an export of some holds their part: edges rest on the visits of these flags alone; days
and intervals end where the days of the filter do, or, where flags were chosen otherwise, with the first and the last
day of these.
`;

/** docs/codebook.md. */
export function codebookText(): string {
  const tables = Map.groupBy(codebook(), (row) => row.table);
  const parts = [...tables].map(([table, rows]) => `## ${table}\n\n${tableText(rows)}\n`);
  return `${[INTRODUCTION, ...parts, redactionsText()].join('\n')}`;
}

function tableText(rows: CodebookRow[]): string {
  const lines = rows.map(({ field, type, unit, values, since, meaning }) =>
    row([`\`${field}\``, type, unit, values, String(since), meaning]),
  );
  return [
    row(['field', 'type', 'unit', 'values', 'since', 'meaning']),
    row(Array(6).fill('---')),
    ...lines,
  ].join('\n');
}

function redactionsText(): string {
  const levels = LEVELS.map((level) => {
    const made = redactionsOf({ ...DEFAULT_OPTIONS, level, time: 'exact', title: true });
    return row([level, made.join('; ')]);
  });
  return [
    '## Redactions',
    '',
    'What each level leaves out, with times exact, the title kept and no study. `title: left out`,',
    '`observed_at: by hour`, `observed_at: by day`, `tz_offset_min: left out` and `flag_id: pseudonym` come with',
    'those choices. They follow from the choices alone: they do not tell whether a page had a title or a referrer.',
    '`title: left out` speaks of the title wherever it stands: what a page says of itself (`claims-…`) stays without its',
    'words in signals and evidence. `url: without query` holds for the addresses in the evidence of edges too.',
    '',
    row(['level', 'redactions']),
    row(['---', '---']),
    ...levels,
    '',
  ].join('\n');
}

function row(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
