import { hostLine, type Judge } from './host-line.ts';
import { readLines } from './lines.ts';

/**
 * A hostname or URL a line in, a line of NDJSON out, in order, one for one.
 * Yields text as the input's chunks come, so a slow reader holds the input back and nothing piles up.
 */
export async function* scanHosts(input: AsyncIterable<Uint8Array>, judge: Judge): AsyncGenerator<string> {
  for await (const lines of readLines(input)) {
    let text = '';
    for (const line of lines) text += `${hostLine(line, judge)}\n`;
    yield text;
  }
}
