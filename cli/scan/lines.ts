import { isUtf8 } from 'node:buffer';

/** Longer lines are refused; what follows their first bytes is dropped as it comes. */
export const MAX_LINE_BYTES = 65_536;
/** How much of a refused line is shown, in UTF-16 units, and the bytes that surely hold that much. */
const SHOWN = 1_000;
const SHOWN_BYTES = 4 * SHOWN;

/** A line that holds no text, with as much of it as can be shown. */
export interface BadLine {
  shown: string;
  fault: 'line too long' | 'not utf-8';
}

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Cuts a stream of bytes into lines, as many at a time as a chunk completes. Line feed ends a line, a carriage
 * return before it belongs to the end; a last line may lack it; a byte order mark before the first is dropped.
 * Holds one chunk and one unfinished line, however long that grows. The chunks' bounds leave no trace.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<(string | BadLine)[]> {
  let rest: Buffer = Buffer.alloc(0);
  let dropping = false;
  let first = true;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 || dropping ? view(chunk) : Buffer.concat([rest, view(chunk)]);
    const end = bytes.lastIndexOf(NEWLINE);
    if (end >= 0) {
      const lines = dropping
        ? [tooLong(rest), ...cut(bytes, bytes.indexOf(NEWLINE) + 1, end)]
        : cut(bytes, 0, end);
      yield first ? withoutMark(lines) : lines;
      first = false;
      dropping = false;
      rest = Buffer.from(bytes.subarray(end + 1));
    } else if (!dropping) rest = Buffer.from(bytes);
    if (!dropping && rest.length > MAX_LINE_BYTES) {
      dropping = true;
      rest = Buffer.from(rest.subarray(0, SHOWN_BYTES));
    }
  }
  const last = dropping ? [tooLong(rest)] : rest.length > 0 ? cut(rest, 0, rest.length) : [];
  if (last.length > 0) yield first ? withoutMark(last) : last;
}

/** The lines between two positions, the second one's line feed not included. */
function cut(bytes: Buffer, from: number, to: number): (string | BadLine)[] {
  if (from > to) return [];
  const block = bytes.subarray(from, to);
  if (!isUtf8(block)) return slowly(block);
  return block.toString('utf8').split('\n').map(textLine);
}

function textLine(line: string): string | BadLine {
  if (line.length * 3 > MAX_LINE_BYTES && Buffer.byteLength(line) > MAX_LINE_BYTES) {
    return { shown: start(line), fault: 'line too long' };
  }
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The same line by line, for a block in which some line is no UTF-8. */
function slowly(block: Buffer): (string | BadLine)[] {
  const lines: (string | BadLine)[] = [];
  let from = 0;
  while (from <= block.length) {
    const next = block.indexOf(NEWLINE, from);
    const to = next < 0 ? block.length : next;
    lines.push(byteLine(block.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}

function byteLine(bytes: Buffer): string | BadLine {
  if (bytes.length > MAX_LINE_BYTES) return tooLong(bytes);
  const line = bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
  const text = line.toString('utf8');
  return isUtf8(line) ? text : { shown: start(text), fault: 'not utf-8' };
}

function tooLong(bytes: Buffer): BadLine {
  return { shown: start(bytes.subarray(0, SHOWN_BYTES).toString('utf8')), fault: 'line too long' };
}

function start(text: string): string {
  return text.slice(0, SHOWN).toWellFormed();
}

function withoutMark([line, ...others]: (string | BadLine)[]): (string | BadLine)[] {
  const bare = typeof line === 'string' ? unmarked(line) : { ...line!, shown: unmarked(line!.shown) };
  return [bare, ...others];
}

function unmarked(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
