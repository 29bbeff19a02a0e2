import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { checkRecords, checkVersion } from '../../utils/list/check-records.ts';
import { checkReported } from '../../utils/list/check-reported.ts';
import type { ListContents } from '../../utils/list/list-contents.ts';
import type { RecordFault } from '../../utils/list/record-fault.ts';
import { CommandFailure } from '../outcome.ts';
import { readText } from '../read-text.ts';

/** The folder that people edit, as seen from the project's root. */
export const LIST_FOLDER = 'assets/list';

/**
 * Reads and checks a list's folder: version.json, exchanges/*.json and, where there is one, reported/*.csv.
 * @throws CommandFailure with every fault of every file
 */
export async function readRecords(folder = LIST_FOLDER): Promise<ListContents> {
  const files = await readFolder(join(folder, 'exchanges'), '.json');
  const { exchanges, faults } = checkRecords(files);
  const version = checkVersion('version.json', await readText(join(folder, 'version.json')));
  const reported = checkReported(await readFolder(join(folder, 'reported'), '.csv'), exchanges);
  const all = [...version.faults, ...faults, ...reported.faults];
  if (!version.version || all.length > 0) throw new CommandFailure(describeFaults(all), 1);
  return { ...version.version, exchanges, reported: reported.reported };
}

/** The exchanges of this project's own list. */
export async function listedExchanges(): Promise<ExchangeRecord[]> {
  return (await readRecords()).exchanges;
}

/** 'okx.json  domains.3.from  is no date …' */
function describeFaults(faults: readonly RecordFault[]): string {
  const lines = faults.map(({ file, field, reason }) => [file, field, reason].filter(Boolean).join('  '));
  return [...lines, `${faults.length} wrong`].join('\n');
}

async function readFolder(folder: string, ending: string): Promise<{ file: string; text: string }[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const files = names.filter((name) => name.endsWith(ending)).sort();
  return Promise.all(files.map(async (file) => ({ file, text: await readText(join(folder, file)) })));
}
