import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { CommandFailure } from '../outcome.ts';
import { wholeNumber } from '../whole-number.ts';
import { ask } from './ask.ts';
import { type Duck, openDuck } from './duck.ts';
import { createViews } from './merged-views.ts';
import { plotOf } from './plots.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { saveTable } from './save-table.ts';
import { tableText } from './table-text.ts';

const SQL = new URL('../../docs/analysis/', import.meta.url);
/** Rows of each standard question that are printed. */
const ROWS = 20;

/** `ensign flags report` */
export const report = defineCommand({
  meta: { name: 'report', description: 'Answer the standard questions on a merged folder, with DuckDB' },
  args: {
    input: { type: 'positional', required: true, description: 'a folder that `ensign flags merge` wrote' },
    out: { type: 'string', description: 'folder for whole tables (CSV) and plots (SVG)' },
    rows: {
      type: 'string',
      description: `rows of each table to print: ${ROWS} of a standard question, all of --ask`,
    },
    ask: {
      type: 'string',
      description: "SQL of one's own in place of the standard questions: a file, - for standard input",
    },
  },
  async run({ args }) {
    const limit = args.rows === undefined ? undefined : wholeNumber(args.rows, '--rows', { from: 0 });
    const spill = await mkdtemp(join(tmpdir(), 'ensign-report-'));
    const duck = await openDuck(spill);
    try {
      await requireMerged(args.input);
      await createViews(duck, args.input);
      if (args.ask !== undefined) return await ask(duck, args.ask, { limit, out: args.out });
      for (const question of Object.keys(QUESTIONS) as Question[]) {
        const rows = await answer(duck, question);
        const printed = tableText(rows.slice(0, limit ?? ROWS));
        process.stdout.write(`${QUESTIONS[question]} (${rows.length})\n${printed}\n`);
        if (args.out) await save(args.out, question, rows);
      }
    } finally {
      duck.close();
      await rm(spill, { recursive: true, force: true });
    }
  },
});

/** The rows that answer a question; the views of `createViews` must be there. */
export async function answer(duck: Duck, question: Question): Promise<Record<string, unknown>[]> {
  return duck.rows(await readFile(new URL(`${question}.sql`, SQL), 'utf8'));
}

/** A folder that merge did not write holds no flags, and neither does a merge of exports without any. */
async function requireMerged(folder: string): Promise<void> {
  const reason = `${folder} holds no flags: gather exports that hold some with \`ensign flags merge\` first`;
  const files = await readdir(join(folder, 'flags'), { recursive: true }).catch((cause: unknown) => {
    throw new CommandFailure(reason, 2, { cause });
  });
  if (!files.some((file) => file.endsWith('.parquet'))) throw new CommandFailure(reason, 2);
}

async function save(folder: string, question: Question, rows: Record<string, unknown>[]): Promise<void> {
  await saveTable(folder, question, rows);
  await writeFile(join(folder, `${question}.svg`), plotOf(question, rows));
}
