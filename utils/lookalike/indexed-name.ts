import { codesOf, VISUAL_CLASS } from './char-code.ts';
import { byFirstLetter, isComposite, type PartsByLetter } from './composite.ts';
import type { ExchangeName, OwnHost } from './exchange-names.ts';
import { groupedWords, type Tables, wordBits } from './tables.ts';

/** A word this common is no sign of an exchange by itself; bits. */
const ORDINARY_BITS = 18.5;
const GENERIC_BITS = 10;
/** A name this long is distinctive, whatever else bears it. */
const LONG_NAME = 9;
const SHORT = 4;
const SHORTEST_MISSPELT = 3;
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

/** Words that say what a name is beside an exchange's. */
export interface NameGuards {
  ordinary: Set<string>;
  common: Set<string>;
  generic: Set<string>;
  /** Generic words long enough to be recognised with a few letters behind them. */
  stems: string[];
  parts: PartsByLetter;
  own: Map<string, string[]>;
}

/** The guards of the tables, ready to ask; `own`: hosts by exchange, of which a name has its suffixes. */
export function nameGuards(tables: Tables, own: OwnHost[]): NameGuards {
  const guards = groupedWords(tables.guards);
  const generic = new Set(guards.get('generic'));
  return {
    ordinary: new Set(guards.get('ordinary')),
    common: new Set(guards.get('common')),
    generic,
    stems: [...generic].filter((stem) => stem.length >= LONG_STEM),
    parts: byFirstLetter(new Set([...generic, ...(guards.get('parts') ?? [])])),
    own: groupOwn(own),
  };
}

/** A name with what tables and guards say of it. */
export function indexName(
  name: ExchangeName,
  number: number,
  tables: Tables,
  guards: NameGuards,
): IndexedName {
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

type Kinds = Pick<IndexedName, 'common' | 'generic' | 'stemmed' | 'short' | 'composite'>;

/** Longer names bear more edits before they stop being legible; ordinary words and the shortest bear none. */
function capOf({ text, kind, tier }: ExchangeName, kinds: Kinds): number {
  const size = text.length;
  if (kinds.common || kinds.generic || size < SHORTEST_MISSPELT) return 0;
  const speaks = kind === 'label' || kind === 'product';
  if (kinds.short || kinds.stemmed || kinds.composite || !speaks) return SHAPE_ONLY;
  if (tier >= 2) return tier === 2 ? 48 : 0;
  const legible = [0, 0, 0, 0, 0, 44, 72, 96, 108][Math.min(size, 8)]! + (size > 8 ? 12 : 0);
  return tier === 1 ? Math.min(legible, CHEAP_EDIT) : legible;
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
