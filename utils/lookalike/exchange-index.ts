import { codesOf, VISUAL_CLASS } from './char-code.ts';
import { LookalikeDataError, readSections } from './container.ts';
import type { ExchangeName, OwnHost } from './exchange-names.ts';
import { INDEX, INDEX_KIND, INDEX_VERSION, type IndexMeta } from './index-format.ts';
import { hashOf, mix } from './rolling-hash.ts';
import { groupedWords, type Tables, wordBits, wordSlot } from './tables.ts';

/** A word this common is no sign of an exchange by itself; bits. */
const ORDINARY_BITS = 18.5;
const GENERIC_BITS = 10;
/** A name this long is distinctive, whatever else bears it. */
const LONG_NAME = 9;
const SHORT = 4;

/** A name with what the tables say of it. */
export interface IndexedName extends ExchangeName {
  number: number;
  codes: Uint8Array;
  /** A word, surname, place or product too. */
  ordinary: boolean;
  /** A word of the trade itself (bitcoin, exchange, trx): only the whole address tells. */
  generic: boolean;
  /** Up to four letters. */
  short: boolean;
  /** Most edit bits that verification lets through, in eighths. */
  cap: number;
}

/** Open-addressed keys with a bit filter before them. */
export interface KeyTable {
  keys: Uint32Array;
  names: Uint16Array;
  bits: Uint32Array;
}

export interface ExchangeIndex {
  names: IndexedName[];
  exact: KeyTable;
  deletions: KeyTable;
  own: Map<string, OwnHost>;
  /** Exchange id → suffixes of its own firm domains, and their labels: 'okx.com' => 'okx' + 'com'. */
  ownDomains: Map<string, string[]>;
  longestName: number;
  /** Names by first and last letter class (`first * 64 + last`), for those stretched by several letters. */
  byEnds: Map<number, IndexedName[]>;
  hanNames: IndexedName[];
}

/** @throws LookalikeDataError on a buffer that is no whole index of this version. */
export function readIndex(buffer: ArrayBuffer, tables: Tables): ExchangeIndex {
  const sections = readSections(buffer, INDEX_KIND, INDEX_VERSION);
  const meta = parseMeta(sections.text(INDEX.meta));
  const guards = groupedWords(tables.guards);
  const ordinary = new Set(guards.get('ordinary'));
  const generic = new Set(guards.get('generic'));
  const names = meta.names.map((name, number) => describe(name, number, tables, { ordinary, generic }));
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
    if (found.names.some((number) => number >= names.length && number !== 0)) {
      throw new LookalikeDataError('bad section', `names ${values}`);
    }
    return found;
  };
  return {
    names,
    exact: table(INDEX.exactKeys, INDEX.exactNames, INDEX.exactBits),
    deletions: table(INDEX.deletionKeys, INDEX.deletionNames, INDEX.deletionBits),
    own: new Map(meta.own.map((row) => [row.host, row])),
    ownDomains: groupOwn(meta.own),
    longestName: names.reduce((longest, name) => Math.max(longest, name.codes.length), 0),
    byEnds: groupByEnds(names),
    hanNames: names.filter((name) => name.kind === 'han'),
  };
}

function parseMeta(text: string): IndexMeta {
  try {
    const meta = JSON.parse(text) as IndexMeta;
    if (Array.isArray(meta.names) && Array.isArray(meta.own)) return meta;
  } catch (cause) {
    throw new LookalikeDataError('bad section', 'names are no JSON', { cause });
  }
  throw new LookalikeDataError('bad section', 'names');
}

interface NameGuards {
  ordinary: Set<string>;
  generic: Set<string>;
}

function describe(name: ExchangeName, number: number, tables: Tables, guards: NameGuards): IndexedName {
  const bits = name.kind === 'han' ? null : wordBits(tables, name.text);
  const size = name.text.length;
  const common = bits !== null && bits <= ORDINARY_BITS && size < LONG_NAME;
  const ordinary = name.kind !== 'dotted' && (name.ambiguous || common || guards.ordinary.has(name.text));
  return {
    ...name,
    number,
    codes: Uint8Array.from(codesOf(name.text)),
    ordinary,
    generic: guards.generic.has(name.text) || (bits !== null && bits <= GENERIC_BITS),
    short: size <= SHORT && name.kind !== 'han',
    cap: capOf(size, name.tier),
  };
}

/** Longer names bear more edits before they stop being legible. */
function capOf(size: number, tier: number): number {
  if (tier === 2) return 48;
  return [0, 0, 0, 0, 0, 44, 72, 96, 108][Math.min(size, 8)]! + (size > 8 ? 12 : 0);
}

/** A distinctive name is no background word, however often packages bear it. */
function forgetWord(tables: Tables, name: IndexedName): void {
  const slot = wordSlot(tables, mix(hashOf(name.codes)));
  if (slot >= 0) tables.wordCosts[slot] = 255;
}

function groupOwn(own: OwnHost[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of own) {
    if (!row.firm) continue;
    const group = groups.get(row.exchange) ?? [];
    group.push(row.host);
    groups.set(row.exchange, group);
  }
  return groups;
}

const LONG_ENOUGH = 6;

function groupByEnds(names: IndexedName[]): Map<number, IndexedName[]> {
  const groups = new Map<number, IndexedName[]>();
  for (const name of names) {
    if (name.tier !== 0 || name.kind !== 'label' || name.codes.length < LONG_ENOUGH || name.ordinary)
      continue;
    const key = VISUAL_CLASS[name.codes[0]!]! * 64 + VISUAL_CLASS[name.codes.at(-1)!]!;
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return groups;
}
