import { openAsBlob } from 'node:fs';
import { ImportError } from '../../utils/export/import-error.ts';
import { openExport } from '../../utils/export/open-export.ts';
import type { FlagRecord } from '../../utils/history/flag.ts';
import { fileKind } from './file-kind.ts';

/** A line, or a whole file (line 0), that is not what it should be. */
export interface ExportFault {
  line: number;
  fault: string;
  detail: string;
}

/** What a file holds. */
export interface CheckedExport {
  file: string;
  format: 'ndjson' | 'data-package' | null;
  flags: number;
  faults: number;
  /** The first of the faults. */
  named: ExportFault[];
}

const NAMED = 50;

interface Sink {
  onFlag?(flag: FlagRecord): void | Promise<void>;
  onFault?(fault: ExportFault): void | Promise<void>;
}

/** Reads a file from end to end: every line is a flag, or a fault by name. A repeated id is a fault. */
export async function checkExport(file: string, sink: Sink = {}): Promise<CheckedExport> {
  const checked: CheckedExport = { file, format: null, flags: 0, faults: 0, named: [] };
  const faulty = async (fault: ExportFault) => {
    checked.faults += 1;
    if (checked.named.length < NAMED) checked.named.push(fault);
    await sink.onFault?.(fault);
  };
  const kind = await fileKind(file);
  if (typeof kind === 'object') {
    await faulty({ line: 0, ...kind });
    return checked;
  }
  try {
    const opened = await openExport(await openAsBlob(file));
    checked.format = opened.format;
    const seen = new Set<string>();
    for await (const read of opened.flags()) {
      if ('fault' in read) await faulty({ line: read.line, fault: read.fault, detail: read.detail });
      else if (seen.has(read.flag.flag_id)) {
        await faulty({ line: read.line, fault: 'repeated id', detail: read.flag.flag_id });
      } else {
        seen.add(read.flag.flag_id);
        checked.flags += 1;
        await sink.onFlag?.(read.flag);
      }
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    await faulty({ line: 0, fault: error.reason, detail: error.message });
  }
  return checked;
}
