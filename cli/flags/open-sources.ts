import { once } from 'node:events';
import { createWriteStream, openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ImportError } from '../../utils/export/import-error.ts';
import { openExport } from '../../utils/export/open-export.ts';
import type { CoverageInterval, DailyCount, ExportedEdge } from '../../utils/history/flag.ts';
import { checkExport, type ExportFault } from './check-export.ts';
import { fileKind } from './file-kind.ts';
import type { SetAside } from './set-aside.ts';
import { NOBODY, studyName } from './study-name.ts';

/** One export of a merge. */
export interface Source {
  /** From 0, in the order of file names. */
  source: number;
  file: string;
  /** NDJSON that DuckDB reads: the file itself, or what was unpacked or cleaned. */
  path: string;
  bytes: number;
  /** Whether faulty lines were named and left out already. */
  checked: boolean;
}

/** What stands beside the flags of one package. */
export interface PackageBeside {
  source: number;
  study: string;
  participant: string;
  daily: DailyCount[];
  coverage: CoverageInterval[];
  edges: ExportedEdge[];
}

/** Makes every export a file of NDJSON that can be read in one pass; names what is none. */
export async function openSources(
  files: string[],
  staging: string,
  aside: SetAside,
): Promise<{ sources: Source[]; beside: PackageBeside[] }> {
  const sources: Source[] = [];
  const beside: PackageBeside[] = [];
  for (const [source, file] of files.entries()) {
    const kind = await fileKind(file);
    if (kind === 'ndjson') sources.push(await sourceAt(source, file, resolve(file), false));
    else if (kind === 'doubtful ndjson') sources.push(await cleaned(source, file, file, staging, aside));
    else if (kind === 'data-package') {
      const opened = await unpacked(source, file, staging, aside);
      if (!opened) continue;
      sources.push(opened.source);
      beside.push(opened.beside);
    } else aside.add(file, [{ line: 0, ...kind }]);
  }
  return { sources, beside };
}

/** The source with its faulty lines left out, and named. */
export function withoutFaults(source: Source, staging: string, aside: SetAside): Promise<Source> {
  return cleaned(source.source, source.file, source.path, staging, aside);
}

async function cleaned(source: number, file: string, path: string, staging: string, aside: SetAside) {
  const faults: ExportFault[] = [];
  const clean = join(staging, `${source}-clean.ndjson`);
  const output = createWriteStream(clean);
  await checkExport(path, {
    onFlag: async (flag) => {
      if (!output.write(`${JSON.stringify(flag)}\n`)) await once(output, 'drain');
    },
    onFault: (fault) => void faults.push(fault),
  });
  await new Promise<void>((done) => output.end(() => done()));
  aside.add(file, faults);
  return sourceAt(source, file, clean, true);
}

async function unpacked(number: number, file: string, staging: string, aside: SetAside) {
  const path = join(staging, `${number}.ndjson`);
  try {
    const opened = await openExport(await openAsBlob(file));
    const faults: ExportFault[] = [];
    const lines = async function* () {
      for await (const read of opened.flags()) {
        if ('flag' in read) yield `${JSON.stringify(read.flag)}\n`;
        else faults.push({ line: read.line, fault: read.fault, detail: read.detail });
      }
    };
    await pipeline(lines, createWriteStream(path));
    const [daily, coverage, edges] = await Promise.all([opened.daily(), opened.coverage(), opened.edges()]);
    aside.add(file, faults);
    return {
      source: await sourceAt(number, file, path, true),
      beside: { source: number, ...studyOf(opened.account), daily, coverage, edges },
    };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    aside.add(file, [{ line: 0, fault: error.reason, detail: error.message }]);
    return null;
  }
}

async function sourceAt(source: number, file: string, path: string, checked: boolean): Promise<Source> {
  return { source, file, path, bytes: (await stat(path)).size, checked };
}

function studyOf(account: unknown): Pick<PackageBeside, 'study' | 'participant'> {
  const { options } = account as {
    options?: { study?: { study_id?: unknown; participant_id?: unknown } | null };
  };
  const { study_id, participant_id } = options?.study ?? {};
  return {
    study: studyName(typeof study_id === 'string' ? study_id : null),
    participant: typeof participant_id === 'string' ? participant_id : NOBODY,
  };
}
