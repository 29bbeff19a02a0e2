/** Seeded random numbers (xorshift32): the same seed gives the same campaign. */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed | 0 || 1;
  }
  /** A whole number from 0 up to `end`, exclusive. */
  below(end: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % end;
  }
}

const LONGEST = 4096;
const toBytes = new TextEncoder();
/** Values at which lengths and signs turn over. */
const EDGES = [0, 1, 0x20, 0x2e, 0x7f, 0x80, 0xc0, 0xe2, 0xf0, 0xff];

/** An input made of another by one to four changes: bits, bytes, words, repeated stretches, a stretch of a third. */
export function mutate(from: Uint8Array, other: Uint8Array, words: Uint8Array[], random: Random): Uint8Array {
  let bytes = from;
  for (let changes = 1 + random.below(4); changes > 0; changes--) bytes = change(bytes, other, words, random);
  return bytes.length > LONGEST && from.length <= LONGEST ? bytes.slice(0, LONGEST) : bytes;
}

function change(from: Uint8Array, other: Uint8Array, words: Uint8Array[], random: Random): Uint8Array {
  const at = random.below(from.length + 1);
  switch (random.below(7)) {
    case 0:
      return overwrite(from, at, Uint8Array.of(EDGES[random.below(EDGES.length)]!));
    case 1:
      return overwrite(from, at, Uint8Array.of((from[at] ?? 0) ^ (1 << random.below(8))));
    case 2:
      return put(from, at, at, Uint8Array.of(random.below(256)));
    case 3:
      return put(from, at, Math.min(from.length, at + 1 + random.below(8)), new Uint8Array());
    case 4:
      return put(from, at, at, words[random.below(words.length)] ?? new Uint8Array());
    case 5: {
      const stretch = from.slice(at, at + 1 + random.below(16));
      return put(from, at, at, repeat(stretch, 1 + random.below(5)));
    }
    default: {
      const start = random.below(other.length + 1);
      return put(from, at, at + random.below(8), other.slice(start, start + 1 + random.below(32)));
    }
  }
}

export function wordsOf(texts: string[]): Uint8Array[] {
  return texts.map((text) => toBytes.encode(text));
}

function overwrite(from: Uint8Array, at: number, what: Uint8Array): Uint8Array {
  return put(from, at, Math.min(from.length, at + what.length), what);
}

/** `from` with `what` in place of the bytes from `start` up to `end`. */
function put(from: Uint8Array, start: number, end: number, what: Uint8Array): Uint8Array {
  const tail = from.subarray(Math.min(end, from.length));
  const result = new Uint8Array(start + what.length + tail.length);
  result.set(from.subarray(0, start));
  result.set(what, start);
  result.set(tail, start + what.length);
  return result;
}

function repeat(stretch: Uint8Array, times: number): Uint8Array {
  const result = new Uint8Array(stretch.length * times);
  for (let i = 0; i < times; i++) result.set(stretch, i * stretch.length);
  return result;
}
