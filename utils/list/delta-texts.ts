import { ByteFault, ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/** A text that is new or another; of one that changed, only its middle travels. */
interface TextChange {
  key: string;
  /** Bytes that stay as they were at the beginning and at the end. */
  prefix: number;
  suffix: number;
  middle: Uint8Array;
}

export interface TextChanges {
  removed: string[];
  set: TextChange[];
}

const utf8 = { encode: new TextEncoder(), decode: new TextDecoder() };

/** How keyed texts differ. Order is that of the keys, on both sides. */
export function textChanges(
  before: ReadonlyMap<string, Uint8Array>,
  after: ReadonlyMap<string, Uint8Array>,
): TextChanges {
  const removed = [...before.keys()].filter((key) => !after.has(key));
  const set: TextChange[] = [];
  for (const [key, text] of after) {
    const old = before.get(key) ?? new Uint8Array();
    const { prefix, suffix } = common(old, text);
    if (before.has(key) && prefix === old.length && prefix === text.length) continue;
    set.push({ key, prefix, suffix, middle: text.subarray(prefix, text.length - suffix) });
  }
  return { removed, set };
}

export function writeTextChanges({ removed, set }: TextChanges): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter().count(removed.length);
  for (const key of removed) out.text(utf8.encode.encode(key));
  for (const { key, prefix, suffix, middle } of set) {
    out.text(utf8.encode.encode(key)).count(prefix).count(suffix).text(middle);
  }
  return out.bytes;
}

/** @throws ByteFault */
export function readTextChanges(bytes: Uint8Array): TextChanges {
  const from = new ByteReader(bytes);
  const removed: string[] = [];
  for (let left = from.count(); left > 0; left--) removed.push(utf8.decode.decode(from.text()));
  const set: TextChange[] = [];
  while (!from.done) {
    const key = utf8.decode.decode(from.text());
    set.push({ key, prefix: from.count(), suffix: from.count(), middle: from.text() });
  }
  return { removed, set };
}

/** The texts afterwards, sorted by key. @throws ByteFault where a change does not fit */
export function mergeTexts(
  before: ReadonlyMap<string, Uint8Array>,
  { removed, set }: TextChanges,
): Map<string, Uint8Array> {
  const after = new Map(before);
  for (const key of removed) if (!after.delete(key)) throw new ByteFault(`${key} is not there to be removed`);
  for (const { key, prefix, suffix, middle } of set) {
    const old = before.get(key) ?? new Uint8Array();
    if (prefix + suffix > old.length) throw new ByteFault(`${key} is shorter than what stays of it`);
    const text = new Uint8Array(prefix + middle.length + suffix);
    text.set(old.subarray(0, prefix));
    text.set(middle, prefix);
    text.set(old.subarray(old.length - suffix), prefix + middle.length);
    after.set(key, text);
  }
  return new Map([...after].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function common(a: Uint8Array, b: Uint8Array): { prefix: number; suffix: number } {
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < shorter && a[prefix] === b[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix++;
  return { prefix, suffix };
}
