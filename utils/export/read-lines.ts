/** Longer lines are passed over: no flag comes near, and a file without line ends must not fill the memory. */
const MAX_LINE = 4 << 20;

/** One line of a text file. */
export interface Line {
  /** From 1. */
  number: number;
  /** null where it was longer than any line may be. */
  text: string | null;
  /** false for a last line without line feed: the file may have been cut off. */
  ended: boolean;
}

/** The non-empty lines of a UTF-8 stream, a byte order mark left out. Malformed bytes read as U+FFFD. */
export async function* readLines(bytes: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let tooLong = false;
  let number = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = rest + (done ? decoder.decode() : decoder.decode(value, { stream: true }));
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        number += 1;
        if (tooLong) yield { number, text: null, ended: true };
        else if (end > start) yield { number, text: text.slice(start, end), ended: true };
        tooLong = false;
        start = end + 1;
      }
      rest = text.slice(start);
      if (rest.length > MAX_LINE) {
        tooLong = true;
        rest = '';
      }
      if (!done) continue;
      if (tooLong || rest !== '') yield { number: number + 1, text: tooLong ? null : rest, ended: false };
      return;
    }
  } finally {
    await reader.cancel();
  }
}
