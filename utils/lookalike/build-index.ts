import type { ExchangeRecord } from '../exchange/record.ts';
import type { AttackCounts } from './attack-counts.ts';
import { type SectionData, writeSections } from './container.ts';
import { deletionsOf, mayBeMisspelt, spellings, withDeletions } from './deletion-keys.ts';
import { exchangeNames, ownHosts } from './exchange-names.ts';
import { INDEX, INDEX_KIND, INDEX_VERSION, type IndexMeta } from './index-format.ts';
import { fillKeys } from './key-table.ts';
import { hashOf, mix } from './rolling-hash.ts';

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
      if (!mayBeMisspelt(name)) continue;
      for (const shorter of withDeletions(codes, deletionsOf(name))) deletions.add(shorter, number);
    }
  });
  const sections = new Map<number, SectionData>([
    [INDEX.meta, new TextEncoder().encode(JSON.stringify(meta))],
  ]);
  exact.write(sections, INDEX.exactKeys, INDEX.exactNames, INDEX.exactBits);
  deletions.write(sections, INDEX.deletionKeys, INDEX.deletionNames, INDEX.deletionBits);
  return writeSections(INDEX_KIND, INDEX_VERSION, sections);
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
    const pairs = [...this.pairs].flatMap(([key, names]) => [...names].map((name) => [key, name] as const));
    const table = fillKeys(pairs);
    sections.set(keysId, table.keys);
    sections.set(namesId, table.names);
    sections.set(bitsId, table.bits);
  }
}
