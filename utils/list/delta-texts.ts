import { readPatch, writePatch } from './byte-patch.ts';
import { ByteFault, ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

type Texts = ReadonlyMap<string, Uint8Array>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const NOTHING = new Uint8Array();

/** How keyed texts differ: the keys that go, then for each text that is new or another its key and a patch. */
export function writeTextChanges(before: Texts, after: Texts): Uint8Array<ArrayBuffer> {
  const removed = [...before.keys()].filter((key) => !after.has(key));
  const out = new ByteWriter().count(removed.length);
  for (const key of removed) out.text(encoder.encode(key));
  for (const [key, text] of after) {
    const old = before.get(key);
    if (old && isSame(old, text)) continue;
    writePatch(out.text(encoder.encode(key)), old ?? NOTHING, text);
  }
  return out.bytes;
}

/** The texts afterwards, sorted by key. @throws ByteFault where a change does not fit */
export function applyTextChanges(before: Texts, changes: Uint8Array): Map<string, Uint8Array> {
  const from = new ByteReader(changes);
  const after = new Map(before);
  for (let left = from.count(); left > 0; left--) {
    const key = decoder.decode(from.text());
    if (!after.delete(key)) throw new ByteFault(`${key} is not there to be removed`);
  }
  while (!from.done) {
    const key = decoder.decode(from.text());
    after.set(key, readPatch(from, before.get(key) ?? NOTHING));
  }
  return new Map([...after].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
