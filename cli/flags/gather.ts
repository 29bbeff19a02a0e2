import { once } from 'node:events';
import { createWriteStream, openAsBlob } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ImportError } from '../../utils/export/import-error.ts';
import { openExport } from '../../utils/export/open-export.ts';
import type { CoverageInterval, DailyCount, ExportedEdge } from '../../utils/history/flag.ts';
import { checkExport, type ExportFault } from './check-export.ts';
import { type Duck, quoted, quotedList } from './duck.ts';
import { columnList, isFaulty, readFlags } from './flag-sql.ts';

/** What stands beside the flags of one package. */
export interface PackageBeside {
  /** Number of the export: exports that name nobody are told apart by it. */
  source: number;
  study_id: string;
  participant_id: string;
  daily: DailyCount[];
  coverage: CoverageInterval[];
  edges: ExportedEdge[];
}

export interface Gathered {
  beside: PackageBeside[];
  /** Lines and files that are in `set-aside.ndjson` by name. */
  setAside: number;
}

export const NOBODY = 'none';
const FILES_AT_ONCE = 2000;

/**
 * Loads every export into the table `gathered`: packages are unpacked once found whole, files with a faulty line
 * are read anew without it. Faults go to `set-aside.ndjson` with file and line.
 */
export async function gather(duck: Duck, exports: string[], staging: string, out: string): Promise<Gathered> {
  const gathered: Gathered = { beside: [], setAside: 0 };
  const aside = async (file: string, faults: ExportFault[]) => {
    gathered.setAside += faults.length;
    const lines = faults.map((fault) => `${JSON.stringify({ file, ...fault })}\n`).join('');
    await appendFile(join(out, 'set-aside.ndjson'), lines);
  };
  const origins = new Map<string, string>();
  for (const [i, file] of exports.entries()) {
    const readable = file.endsWith('.zip')
      ? await unpack(file, join(staging, `${i}.ndjson`), gathered, aside)
      : file;
    if (readable) origins.set(resolve(readable), file);
  }
  const paths = [...origins.keys()];
  await duck.run(createTable());
  for (let i = 0; i < paths.length; i += FILES_AT_ONCE) {
    for (const path of await load(duck, paths.slice(i, i + FILES_AT_ONCE))) {
      const clean = join(staging, `clean-${basename(path)}`);
      await withoutFaults(path, origins.get(path)!, clean, aside);
      await duck.run(`DELETE FROM gathered WHERE filename = ${quoted(path)}`);
      await duck.run(`INSERT INTO gathered BY NAME SELECT * FROM ${readFlags([clean])}`);
    }
  }
  return gathered;
}

type Aside = (file: string, faults: ExportFault[]) => Promise<void>;

async function unpack(file: string, to: string, gathered: Gathered, aside: Aside): Promise<string | null> {
  try {
    const opened = await openExport(await openAsBlob(file));
    const lines = async function* () {
      for await (const read of opened.flags()) {
        if ('flag' in read) yield `${JSON.stringify(read.flag)}\n`;
        else await aside(file, [{ line: read.line, fault: read.fault, detail: read.detail }]);
      }
    };
    await pipeline(lines, createWriteStream(to));
    const [daily, coverage, edges] = await Promise.all([opened.daily(), opened.coverage(), opened.edges()]);
    gathered.beside.push({
      source: gathered.beside.length,
      ...studyOf(opened.account),
      daily,
      coverage,
      edges,
    });
    return to;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    await aside(file, [{ line: 0, fault: error.reason, detail: error.message }]);
    return null;
  }
}

function studyOf(account: unknown): Pick<PackageBeside, 'study_id' | 'participant_id'> {
  const { options } = account as {
    options?: { study?: { study_id?: unknown; participant_id?: unknown } | null };
  };
  const { study_id, participant_id } = options?.study ?? {};
  return {
    study_id: typeof study_id === 'string' ? study_id : NOBODY,
    participant_id: typeof participant_id === 'string' ? participant_id : NOBODY,
  };
}

const createTable = () => `CREATE TABLE gathered (${columnList()}, filename VARCHAR, faulty BOOLEAN)`;

/** Loads files in one pass; answers those with a row that is no flag, or that DuckDB cannot read at all. */
async function load(duck: Duck, files: string[]): Promise<string[]> {
  const faulty = `coalesce(${isFaulty()}, true)`;
  try {
    await duck.run(`INSERT INTO gathered BY NAME SELECT *, ${faulty} AS faulty FROM ${readFlags(files)}`);
  } catch (error) {
    if (files.length === 1) return files;
    // One unreadable file fails the whole statement: the halves find it.
    if (!(error instanceof Error)) throw error;
    const half = Math.ceil(files.length / 2);
    return [...(await load(duck, files.slice(0, half))), ...(await load(duck, files.slice(half)))];
  }
  const list = quotedList(files);
  const rows = await duck.rows(
    `SELECT DISTINCT filename FROM gathered WHERE faulty AND list_contains(${list}, filename)`,
  );
  return rows.map(({ filename }) => filename as string);
}

async function withoutFaults(path: string, file: string, to: string, aside: Aside): Promise<void> {
  const faults: ExportFault[] = [];
  const output = createWriteStream(to);
  await checkExport(path, {
    onFlag: async (flag) => {
      if (!output.write(`${JSON.stringify(flag)}\n`)) await once(output, 'drain');
    },
    onFault: (fault) => void faults.push(fault),
  });
  await new Promise<void>((done) => output.end(() => done()));
  if (faults.length > 0) await aside(file, faults);
}
