import type { ExchangeRecord } from '../exchange/record.ts';
import type { AttackCounts } from './attack-counts.ts';
import { codesOf, VISUAL_CLASS } from './char-code.ts';
import { foldClusters } from './clusters.ts';
import { type SectionData, writeSections } from './container.ts';
import { type ExchangeName, exchangeNames, ownHosts } from './exchange-names.ts';
import { INDEX, INDEX_KIND, INDEX_VERSION, type IndexMeta, slotsFor } from './index-format.ts';
import { hashOf, mix } from './rolling-hash.ts';

/** Names of these many letters are matched with one and with two left out. */
const ONE_DELETION_FROM = 5;
const TWO_DELETIONS_FROM = 6;
/** Lesser known exchanges are matched misspelt only when the name is long. */
const TIER_2_FROM = 8;

/**
 * Builds the index that `openLookalike` loads: names, own hosts and the deletion keys, from the list's records.
 * Pure; the same records give the same bytes.
 */
export function buildLookalikeIndex(
  exchanges: readonly ExchangeRecord[],
  attacks: AttackCounts,
): Uint8Array<ArrayBuffer> {
  const names = exchangeNames(exchanges, attacks);
  const meta: IndexMeta = { names, own: ownHosts(exchanges) };
  const exact = new KeyList();
  const deletions = new KeyList();
  names.forEach((name, number) => {
    if (name.kind === 'han') return;
    for (const codes of spellings(name.text)) {
      exact.add(codes, number);
      if (mayBeMisspelt(name)) for (const shorter of withDeletions(codes)) deletions.add(shorter, number);
    }
  });
  const sections = new Map<number, SectionData>([
    [INDEX.meta, new TextEncoder().encode(JSON.stringify(meta))],
  ]);
  exact.write(sections, INDEX.exactKeys, INDEX.exactNames, INDEX.exactBits);
  deletions.write(sections, INDEX.deletionKeys, INDEX.deletionNames, INDEX.deletionBits);
  return writeSections(INDEX_KIND, INDEX_VERSION, sections);
}

function mayBeMisspelt(name: ExchangeName): boolean {
  if (name.kind === 'dotted' || name.kind === 'pinyin') return false;
  return name.text.length >= (name.tier === 2 ? TIER_2_FROM : ONE_DELETION_FROM);
}

/** The name by visual class, and once more with rn, vv, cl read as m, w, d. */
function spellings(text: string): number[][] {
  const plain = codesOf(text);
  const folded = foldClusters(plain);
  const classes = (codes: number[]) => codes.map((code) => VISUAL_CLASS[code]!);
  return folded.length === plain.length ? [classes(plain)] : [classes(plain), classes(folded)];
}

function* withDeletions(codes: number[]): Generator<number[]> {
  yield codes;
  if (codes.length < ONE_DELETION_FROM) return;
  for (let i = 0; i < codes.length; i++) {
    const one = codes.toSpliced(i, 1);
    yield one;
    if (codes.length < TWO_DELETIONS_FROM) continue;
    for (let j = i; j < one.length; j++) yield one.toSpliced(j, 1);
  }
}

class KeyList {
  private readonly pairs = new Map<number, Set<number>>();

  add(symbols: number[], name: number): void {
    const key = mix(hashOf(symbols)) || 1;
    const names = this.pairs.get(key) ?? new Set();
    names.add(name);
    this.pairs.set(key, names);
  }

  write(sections: Map<number, SectionData>, keysId: number, namesId: number, bitsId: number): void {
    const count = [...this.pairs.values()].reduce((sum, names) => sum + names.size, 0);
    const slots = slotsFor(count);
    const keys = new Uint32Array(slots);
    const values = new Uint16Array(slots);
    const bits = new Uint32Array(slots / 4);
    for (const [key, names] of this.pairs) {
      const bit = (key >>> 7) & (slots * 8 - 1);
      bits[bit >>> 5] = bits[bit >>> 5]! | (1 << (bit & 31));
      for (const name of names) {
        let slot = key & (slots - 1);
        while (keys[slot] !== 0) slot = (slot + 1) & (slots - 1);
        keys[slot] = key;
        values[slot] = name;
      }
    }
    sections.set(keysId, keys);
    sections.set(namesId, values);
    sections.set(bitsId, bits);
  }
}
