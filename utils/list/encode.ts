import { compileNames } from './compile-names.ts';
import type { SnapshotMeta } from './layout.ts';
import type { ListContents } from './list-contents.ts';
import { nameRecordLength, writeNameRecord } from './name-record.ts';
import { writeSnapshot } from './write-snapshot.ts';

const utf8 = new TextEncoder();

/**
 * Writes a list as a snapshot. The same list gives the same bytes, in whatever order its entries come.
 * @param further sections that other rooms made (4 ASCII characters → bytes), carried as they are
 * @throws CompileError
 */
export function encodeSnapshot(
  list: ListContents,
  further: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array<ArrayBuffer> {
  const exchanges = list.exchanges.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { names, sources } = compileNames({ ...list, exchanges });
  const meta: SnapshotMeta = {
    version: list.version,
    issued: list.issued,
    expires: list.expires,
    names: names.length,
    reported: list.reported.length,
    exchanges: exchanges.length,
  };
  const records = new Uint8Array(names.reduce((sum, name) => sum + nameRecordLength(name.record), 0));
  let at = 0;
  for (const { record } of names) at = writeNameRecord(record, records, at);
  return writeSnapshot({
    meta: utf8.encode(JSON.stringify(meta)),
    high: Uint32Array.from(names, (name) => name.high),
    low: Uint32Array.from(names, (name) => name.low),
    values: Uint16Array.from(names, (name) => name.value),
    records,
    exchanges: exchanges.map((exchange) => ({
      id: exchange.id,
      text: utf8.encode(JSON.stringify(exchange)),
    })),
    sources: sources.map((source) => utf8.encode(source)),
    further,
  });
}
