import { NAMES_PER_BLOCK } from './layout.ts';
import type { ListContents, ReportedName } from './list-contents.ts';
import type { Reading } from './reading.ts';
import type { Snapshot } from './snapshot.ts';

/** Reads a whole snapshot back: for comparing, checking and patching, never for a look-up. */
export function* readList(snapshot: Snapshot): Reading<ListContents> {
  const { version, issued, expires } = snapshot.meta;
  const exchanges = [];
  for (let index = 0; index < snapshot.exchangeCount; index++)
    exchanges.push(yield* snapshot.exchangeAt(index));
  const reported: ReportedName[] = [];
  for (let first = 0; first < snapshot.names.size; first += NAMES_PER_BLOCK) {
    const block = yield* snapshot.blockAt(first / NAMES_PER_BLOCK);
    for (const [place, record] of block.entries()) {
      if (record.kind !== 'reported') continue;
      const { exact, exchange } = snapshot.names.entryAt(first + place);
      const { name, firstSeen, lastSeen } = record;
      const source = yield* snapshot.sourceAt(record.source);
      reported.push({ name, exchange: snapshot.ids[exchange] ?? '', source, firstSeen, lastSeen, exact });
    }
  }
  return { version, issued, expires, exchanges, reported };
}
