import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { FlagRecord } from '../history/flag.ts';
import type { Writer } from './bundle.ts';
import { FLAG_COLUMNS } from './columns.ts';
import { flagParquetSchema, parquetValue } from './parquet-schema.ts';

const ROW_GROUP = 10_000;

/** Collects what the Parquet library writes and gives it away in between, so that no file is held whole. */
class DrainedWriter extends ByteWriter {
  /** What was written since the last call. */
  drain(): Uint8Array {
    const bytes = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    return bytes;
  }
}

/** Apache Parquet, one row group for ten thousand flags; times as UTC timestamps, lists as lists. */
export const writeParquet: Writer = async function* ({ flags }) {
  const writer = new DrainedWriter();
  const file = new ParquetWriter({ writer, schema: flagParquetSchema(), createdBy: 'ensign' });
  let group: FlagRecord[] = [];
  for await (const flag of flags) {
    group.push(flag);
    if (group.length < ROW_GROUP) continue;
    await file.write({ columnData: columnsOf(group), rowGroupSize: ROW_GROUP });
    group = [];
    yield writer.drain();
  }
  if (group.length > 0) await file.write({ columnData: columnsOf(group), rowGroupSize: ROW_GROUP });
  await file.finish();
  yield writer.drain();
};

function columnsOf(flags: FlagRecord[]) {
  return FLAG_COLUMNS.map(({ name, field, read }) => ({
    name,
    data: flags.map((flag) => parquetValue(field, read(flag))),
  }));
}
