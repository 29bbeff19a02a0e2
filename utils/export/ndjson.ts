import type { Writer } from './bundle.ts';
import { textChunks } from './text-chunks.ts';

/** Newline-delimited JSON, one flag a line: canonical and lossless; can be imported again. */
export const writeNdjson: Writer = ({ flags }) => textChunks(jsonLines(flags));

/** Rows as JSON lines, each ended by a line feed. */
export async function* jsonLines(rows: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
