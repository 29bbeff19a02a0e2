import { VISUAL_CLASS } from './char-code.ts';
import { romaniser, simplifier } from './chinese.ts';
import { LookalikeDataError, readSections } from './container.ts';
import type { ExchangeName, OwnHost } from './exchange-names.ts';
import { INDEX, INDEX_KIND, INDEX_VERSION, type IndexMeta, isIndexMeta } from './index-format.ts';
import { IndexedName, NameGuards } from './indexed-name.ts';
import { fillKeys, type KeyTable } from './key-table.ts';
import { hashOf, mix } from './rolling-hash.ts';
import { groupByEnds, type NamesByEnds, type SymbolSets, symbolSets } from './symbol-sets.ts';
import { type Tables, wordSlot } from './tables.ts';

const SHORTEST_PINYIN = 4;

export interface ExchangeIndex extends SymbolSets {
  names: IndexedName[];
  exact: KeyTable;
  deletions: KeyTable;
  own: Map<string, OwnHost>;
  longestName: number;
  byEnds: NamesByEnds;
  hanNames: IndexedName[];
}

/** @throws LookalikeDataError on a buffer that is no whole index of this version. */
export function readIndex(buffer: ArrayBuffer, tables: Tables): ExchangeIndex {
  const sections = readSections(buffer, INDEX_KIND, INDEX_VERSION);
  const meta = parseMeta(sections.text(INDEX.meta));
  const guards = new NameGuards(tables, meta.own);
  const names = meta.names.map((name, number) => new IndexedName(name, number, guards));
  const romanise = romaniser(tables.pinyin);
  const simplify = simplifier(tables.hanVariants);
  const known = new Set(names.map((name) => name.text));
  for (const name of meta.names) {
    const latin = name.kind === 'han' ? romanise(simplify(name.text)) : null;
    if (!latin || latin.length < SHORTEST_PINYIN || known.has(latin)) continue;
    known.add(latin);
    const read: ExchangeName = { ...name, text: latin, kind: 'pinyin', ambiguous: true };
    names.push(new IndexedName(read, names.length, guards));
  }
  for (const name of names) if (!name.ordinary && name.tier < 2) forgetWord(tables, name);
  const table = (keys: number, values: number, bits: number): KeyTable => {
    const found = {
      keys: sections.uint32(keys),
      names: sections.uint16(values),
      bits: sections.uint32(bits),
    };
    const slots = found.keys.length;
    if ((slots & (slots - 1)) !== 0 || found.names.length !== slots || found.bits.length !== slots / 4) {
      throw new LookalikeDataError('bad section', `keys ${keys}`);
    }
    // A search of a fuller one would take long, and of a full one never end.
    if (found.keys.reduce((taken, key) => taken + Math.min(key, 1), 0) > slots / 2) {
      throw new LookalikeDataError('bad section', `keys ${keys} too full`);
    }
    if (found.names.some((number) => number >= names.length && number !== 0)) {
      throw new LookalikeDataError('bad section', `names ${values}`);
    }
    return found;
  };
  return {
    names,
    exact: withNames(
      table(INDEX.exactKeys, INDEX.exactNames, INDEX.exactBits),
      names.slice(meta.names.length),
    ),
    deletions: table(INDEX.deletionKeys, INDEX.deletionNames, INDEX.deletionBits),
    own: new Map(meta.own.map((row) => [row.host, row])),
    ...symbolSets(names),
    longestName: names.reduce((longest, name) => Math.max(longest, name.codes.length), 0),
    byEnds: groupByEnds(names),
    hanNames: names.filter((name) => name.kind === 'han'),
  };
}

/** The same table with names added, large enough for them. */
function withNames(table: KeyTable, more: IndexedName[]): KeyTable {
  const pairs: [number, number][] = more.map((name) => [
    mix(hashOf(name.codes.map((code) => VISUAL_CLASS[code]!))) || 1,
    name.number,
  ]);
  table.keys.forEach((key, slot) => {
    if (key !== 0) pairs.push([key, table.names[slot]!]);
  });
  return fillKeys(pairs);
}

function parseMeta(text: string): IndexMeta {
  let meta: unknown;
  try {
    meta = JSON.parse(text);
  } catch (cause) {
    throw new LookalikeDataError('bad section', 'names are no JSON', { cause });
  }
  if (isIndexMeta(meta)) return meta;
  throw new LookalikeDataError('bad section', 'names');
}

/** A distinctive name is no background word, however often packages bear it. */
function forgetWord(tables: Tables, name: IndexedName): void {
  const slot = wordSlot(tables, mix(hashOf(name.codes)));
  if (slot >= 0) tables.wordCosts[slot] = 255;
}
