import { openAsBlob } from 'node:fs';
import { ImportError } from '../../../utils/export/import-error.ts';
import { openExport } from '../../../utils/export/open-export.ts';
import type { FlagRecord } from '../../../utils/history/flag.ts';
import { counted } from '../../counted.ts';
import { fileKind } from '../../flags/file-kind.ts';
import { identitiesOf, type ReadExport } from './observers.ts';

/** One file of the folder: what it holds, null where it is no export, and why it holds no candidates or not all. */
export interface Reading {
  read: ReadExport | null;
  /** Of what does not read. */
  faults: string[];
  /** Of what reads, and can hold none. */
  remarks: string[];
}

/** Reads an export with its candidates, which stand beside the flags in Data Packages alone. */
export async function readExport(file: string): Promise<Reading> {
  const kind = await fileKind(file);
  if (typeof kind === 'object') return unread(`${kind.fault}: ${kind.detail}`);
  try {
    const opened = await openExport(await openAsBlob(file));
    const flags: FlagRecord[] = [];
    let broken = 0;
    for await (const read of opened.flags()) {
      if ('flag' in read) flags.push(read.flag);
      else broken += 1;
    }
    return {
      read: { file, ...identitiesOf(flags), edges: await opened.edges() },
      faults: broken > 0 ? [`${counted(broken, 'line')} without a flag; see ensign flags validate`] : [],
      remarks: opened.format === 'ndjson' ? ['NDJSON holds no candidates; Data Packages (zip) do'] : [],
    };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return unread(error.message);
  }
}

function unread(why: string): Reading {
  return { read: null, faults: [why], remarks: [] };
}
