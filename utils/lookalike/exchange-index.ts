import { CODES, codesOf, VISUAL_CLASS } from './char-code.ts';
import { romaniser, simplifier } from './chinese.ts';
import { LookalikeDataError, readSections } from './container.ts';
import { deletionsOf, mayBeMisspelt, spellings } from './deletion-keys.ts';
import type { ExchangeName, OwnHost } from './exchange-names.ts';
import { INDEX, INDEX_KIND, INDEX_VERSION, type IndexMeta } from './index-format.ts';
import { fillKeys, type KeyTable } from './key-table.ts';
import { Quads, quadOf } from './quads.ts';
import { hashOf, mix } from './rolling-hash.ts';
import { groupedWords, type Tables, wordBits, wordSlot } from './tables.ts';

/** A word this common is no sign of an exchange by itself; bits. */
const ORDINARY_BITS = 18.5;
const GENERIC_BITS = 10;
/** A name this long is distinctive, whatever else bears it. */
const LONG_NAME = 9;
const SHORT = 4;
const SHORTEST_MISSPELT = 3;
const SHORTEST_PINYIN = 4;
/** One letter of the same shape; eighths of a bit. */
const SHAPE_ONLY = 24;
/** One edit of shape, doubling or order: all that is heard of exchanges hardly attacked; eighths of a bit. */
export const CHEAP_EDIT = 36;
const LONG_STEM = 5;
const FEW_LETTERS = 3;

/** A name with what the tables say of it. */
export interface IndexedName extends ExchangeName {
  number: number;
  codes: Uint8Array;
  /** The visual classes that it holds, one bit each (modulo 32). */
  classes: number;
  /** A word, surname, place or product too. */
  ordinary: boolean;
  /** So common a word that only telling words all around it make it a name. */
  common: boolean;
  /** A word of the trade itself (bitcoin, exchange, trx): only the whole address tells. */
  generic: boolean;
  /** A word of the trade and a few letters (cryptox): misspelt it is any other name that begins so. */
  stemmed: boolean;
  /** Words of the trade put together (cryptotrade, l-bank) and hardly ever imitated: anybody may coin the like. */
  composite: boolean;
  /** Up to four letters. */
  short: boolean;
  /** Suffixes under which the exchange owns this very label: 'com' and 'cab' for okx. */
  suffixes: string[];
  /** Most edit bits that verification lets through, in eighths. */
  cap: number;
}

export interface ExchangeIndex {
  names: IndexedName[];
  exact: KeyTable;
  deletions: KeyTable;
  own: Map<string, OwnHost>;
  /** First four symbols of names; pairs (`a * CODES + b`) with which names of two and three letters begin. */
  exactHeads: Quads;
  briefHeads: Uint8Array;
  /** First and last four symbols of the deletion keys. */
  heads: Quads;
  tails: Quads;
  longestName: number;
  /** Names by first and last letter class (`first * 64 + last`), for those stretched by several letters. */
  byEnds: (IndexedName[] | undefined)[];
  hanNames: IndexedName[];
}

/** @throws LookalikeDataError on a buffer that is no whole index of this version. */
export function readIndex(buffer: ArrayBuffer, tables: Tables): ExchangeIndex {
  const sections = readSections(buffer, INDEX_KIND, INDEX_VERSION);
  const meta = parseMeta(sections.text(INDEX.meta));
  const guards = groupedWords(tables.guards);
  const ordinary = new Set(guards.get('ordinary'));
  const generic = new Set(guards.get('generic'));
  const stems = [...generic].filter((stem) => stem.length >= LONG_STEM);
  const parts = byFirstLetter(new Set([...generic, ...(guards.get('parts') ?? [])]));
  const common = new Set(guards.get('common'));
  const own = groupOwn(meta.own);
  const names = meta.names.map((name, number) =>
    describe(name, number, tables, { ordinary, common, generic, stems, parts, own }),
  );
  const romanise = romaniser(tables.pinyin);
  const simplify = simplifier(tables.hanVariants);
  const known = new Set(names.map((name) => name.text));
  for (const name of meta.names) {
    const latin = name.kind === 'han' ? romanise(simplify(name.text)) : null;
    if (!latin || latin.length < SHORTEST_PINYIN || known.has(latin)) continue;
    known.add(latin);
    const read: ExchangeName = { ...name, text: latin, kind: 'pinyin', ambiguous: true };
    names.push(describe(read, names.length, tables, { ordinary, common, generic, stems, parts, own }));
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
  common: Set<string>;
  generic: Set<string>;
  /** Generic words long enough to be recognised with a few letters behind them. */
  stems: string[];
  parts: PartsByLetter;
  own: Map<string, string[]>;
}

function describe(name: ExchangeName, number: number, tables: Tables, guards: NameGuards): IndexedName {
  const bits = name.kind === 'han' ? null : wordBits(tables, name.text);
  const size = name.text.length;
  const word = bits !== null && bits <= ORDINARY_BITS && size < LONG_NAME;
  const ordinary = name.kind !== 'dotted' && (name.ambiguous || word || guards.ordinary.has(name.text));
  const common = guards.common.has(name.text);
  const generic = guards.generic.has(name.text) || (bits !== null && bits <= GENERIC_BITS);
  const stemmed = guards.stems.some(
    (stem) => name.text.startsWith(stem) && size - stem.length <= FEW_LETTERS,
  );
  const composite =
    name.kind !== 'abbreviation' && !isEstablished(name) && isComposite(name.text, guards.parts);
  const indexed = {
    ordinary,
    common,
    generic,
    stemmed,
    composite,
    short: size <= SHORT && name.kind !== 'han',
  };
  return {
    ...name,
    ...indexed,
    number,
    codes: Uint8Array.from(codesOf(name.text)),
    classes: codesOf(name.text).reduce((bits, code) => bits | (1 << (VISUAL_CLASS[code]! & 31)), 0),
    suffixes: ownSuffixes(name, guards.own),
    cap: capOf(name, indexed),
  };
}

/** Imitated so often that the name means the exchange, whatever it is made of: coinbase. */
const ESTABLISHED = 15;

const isEstablished = ({ kind, attacked }: ExchangeName): boolean =>
  kind === 'label' && attacked >= ESTABLISHED;

/** Words of the trade by their first letter. */
type PartsByLetter = ReadonlyMap<string, readonly string[]>;

function byFirstLetter(parts: Iterable<string>): PartsByLetter {
  const groups = new Map<string, string[]>();
  for (const part of parts) {
    if (part.length < 2) continue;
    const group = groups.get(part.charAt(0));
    if (group) group.push(part);
    else groups.set(part.charAt(0), [part]);
  }
  return groups;
}

/** All but a letter at either end is made of words of the trade: 'cryptotrade', 'x' + 'futures', 'bit' + 's' + 'o' is not. */
function isComposite(text: string, parts: PartsByLetter): boolean {
  const whole = endsOfWords(text, 0, parts);
  const size = text.length;
  return whole.has(size) || whole.has(size - 1) || endsOfWords(text, 1, parts).has(size);
}

/** Where words that follow each other from a start on may end. */
function endsOfWords(text: string, start: number, parts: PartsByLetter): Set<number> {
  const ends = new Set([start]);
  // A set is walked with what is added meanwhile.
  for (const at of ends) {
    for (const part of parts.get(text.charAt(at)) ?? [])
      if (text.startsWith(part, at)) ends.add(at + part.length);
  }
  return ends;
}

type Standing = Pick<IndexedName, 'common' | 'generic' | 'stemmed' | 'short' | 'composite'>;

/** Longer names bear more edits before they stop being legible; ordinary words and the shortest bear none. */
function capOf({ text, kind, tier }: ExchangeName, standing: Standing): number {
  const size = text.length;
  if (standing.common || standing.generic || size < SHORTEST_MISSPELT) return 0;
  const speaks = kind === 'label' || kind === 'product';
  if (standing.short || standing.stemmed || standing.composite || !speaks) return SHAPE_ONLY;
  if (tier >= 2) return tier === 2 ? 48 : 0;
  const legible = [0, 0, 0, 0, 0, 44, 72, 96, 108][Math.min(size, 8)]! + (size > 8 ? 12 : 0);
  return tier === 1 ? Math.min(legible, CHEAP_EDIT) : legible;
}

/** A distinctive name is no background word, however often packages bear it. */
function forgetWord(tables: Tables, name: IndexedName): void {
  const slot = wordSlot(tables, mix(hashOf(name.codes)));
  if (slot >= 0) tables.wordCosts[slot] = 255;
}

/** Exchange id → its hosts, claimed ones left out. */
function groupOwn(own: OwnHost[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { host, exchange, standing } of own) {
    if (standing === 'claimed') continue;
    const group = groups.get(exchange) ?? [];
    group.push(host);
    groups.set(exchange, group);
  }
  return groups;
}

function ownSuffixes(name: ExchangeName, own: Map<string, string[]>): string[] {
  const start = `${name.text}.`;
  const hosts = own.get(name.exchange) ?? [];
  return hosts.filter((host) => host.startsWith(start)).map((host) => host.slice(start.length));
}

const LONG_ENOUGH = 6;

type SymbolSets = Pick<ExchangeIndex, 'exactHeads' | 'briefHeads' | 'heads' | 'tails'>;

function symbolSets(names: IndexedName[]): SymbolSets {
  const sets: SymbolSets = {
    exactHeads: new Quads(),
    briefHeads: new Uint8Array(CODES * CODES),
    heads: new Quads(),
    tails: new Quads(),
  };
  for (const name of names) {
    if (name.kind === 'han') continue;
    for (const symbols of spellings(name.text)) {
      const [a, b, c, d] = symbols as [number, number, number | undefined, number | undefined];
      if (c === undefined || d === undefined) sets.briefHeads[a * CODES + b] = 1;
      else sets.exactHeads.add(quadOf(a, b, c, d));
      if (!mayBeMisspelt(name)) continue;
      const ends = 4 + deletionsOf(name);
      sets.heads.addFours(symbols.slice(0, ends));
      sets.tails.addFours(symbols.slice(-ends));
    }
  }
  return sets;
}

function groupByEnds(names: IndexedName[]): ExchangeIndex['byEnds'] {
  const groups: ExchangeIndex['byEnds'] = new Array(64 * 64).fill(undefined);
  for (const name of names) {
    if (name.tier !== 0 || name.kind !== 'label' || name.codes.length < LONG_ENOUGH || name.ordinary)
      continue;
    const key = VISUAL_CLASS[name.codes[0]!]! * 64 + VISUAL_CLASS[name.codes.at(-1)!]!;
    groups[key] = [...(groups[key] ?? []), name];
  }
  return groups;
}
