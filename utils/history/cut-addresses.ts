import type { IDBPTransaction } from 'idb';

/** Document keys up to version 2 where the browser gave no id: '… tab 5 at 1731000000000: https://a.example/b?c'. */
const BEFORE_ADDRESS = ': ';

interface FlagRow {
  local: { document: string };
}
interface EdgeRow {
  visits?: { document: string }[];
}

/**
 * Cuts the addresses from the documents that flags and candidates name, and empties what was deleted; documents that were
 * two stay two.
 */
export async function cutAddresses(
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  await transaction.objectStore('deleted').clear();
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const nameOf = (document: string): string => {
    if (!document.includes(BEFORE_ADDRESS)) return document;
    const known = names.get(document);
    if (known !== undefined) return known;
    const moment = document.split(BEFORE_ADDRESS, 1)[0] as string;
    let name = moment;
    for (let number = 2; taken.has(name); number++) name = `${moment} (${number})`;
    names.set(document, name);
    taken.add(name);
    return name;
  };
  const flags = transaction.objectStore('flags');
  // Keys alone: a long history may have no such document, and its flags need not be read.
  let at = await flags.index('document').openKeyCursor();
  while (at) {
    const document = String(at.key);
    if (document.includes(BEFORE_ADDRESS)) {
      const flag = (await flags.get(at.primaryKey)) as FlagRow;
      await flags.put({ ...flag, local: { ...flag.local, document: nameOf(document) } });
    }
    at = await at.continue();
  }
  const edges = transaction.objectStore('edges');
  for (const edge of (await edges.getAll()) as EdgeRow[]) {
    if (!edge.visits?.some(({ document }) => document.includes(BEFORE_ADDRESS))) continue;
    const visits = edge.visits.map((visit) => ({ ...visit, document: nameOf(visit.document) }));
    await edges.put({ ...edge, visits });
  }
}
