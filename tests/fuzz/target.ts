/** One parser under fuzzing: what it is fed at first, and what must hold for any bytes. */
export interface FuzzTarget {
  name: string;
  /** Good inputs to begin with. */
  seeds: Uint8Array[];
  /** Words of the language that is parsed, put in whole. */
  words: string[];
  /** Takes any bytes. Throws only where the parser broke its word: an error that is not its own, a rule not kept. */
  run(input: Uint8Array): void | Promise<void>;
}

const utf8 = new TextDecoder();
const toBytes = new TextEncoder();

export function textOf(input: Uint8Array): string {
  return utf8.decode(input);
}

export function bytesOf(...texts: string[]): Uint8Array[] {
  return texts.map((text) => toBytes.encode(text));
}

/** JSON where the input is JSON, else its text: parsers of values are fed both. */
export function readValue(input: Uint8Array): unknown {
  const text = textOf(input);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The parser broke its word. */
export class BrokenWord extends Error {
  override readonly name = 'BrokenWord';
}

export function must(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new BrokenWord(rule);
}
