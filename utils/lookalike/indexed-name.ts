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
/** Imitated so often that the name means the exchange, whatever it is made of: coinbase. */
const ESTABLISHED = 15;

/** What names are described by: the tables' word lists, and the exchanges' own hosts. */
export class NameGuards {
  readonly tables: Tables;
  readonly ordinary: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
  /** Generic words long enough to be recognised with a few letters behind them. */
  readonly stems: readonly string[];
  readonly parts: PartsByLetter;
  private readonly ownSuffixes: ReadonlyMap<string, string[]>;

  constructor(tables: Tables, own: readonly OwnHost[]) {
    const guards = groupedWords(tables.guards);
    this.tables = tables;
    this.ordinary = new Set(guards.get('ordinary'));
    this.common = new Set(guards.get('common'));
    this.generic = new Set(guards.get('generic'));
    this.stems = [...this.generic].filter((stem) => stem.length >= LONG_STEM);
    this.parts = byFirstLetter(new Set([...this.generic, ...(guards.get('parts') ?? [])]));
    this.ownSuffixes = suffixesByLabel(own);
  }

  suffixesOf({ exchange, text }: ExchangeName): readonly string[] {
    return this.ownSuffixes.get(`${exchange} ${text}`) ?? [];
  }
}

/** A name with what the tables say of it. What few hosts ask for is worked out when it is asked for. */
export class IndexedName implements ExchangeName {
  readonly text: string;
  readonly exchange: string;
  readonly target: string;
  readonly tier: ExchangeName['tier'];
  readonly prior: number;
  readonly attacked: number;
  readonly kind: ExchangeName['kind'];
  readonly address: boolean;
  readonly ambiguous: boolean;
  /** The name's place among the index's names. */
  readonly number: number;
  readonly codes: Uint8Array;
  /** The visual classes that it holds, one bit each (modulo 32). */
  readonly classes: number;
  /** A word, surname, place or product too. */
  readonly ordinary: boolean;
  /** Up to four letters. */
  readonly short: boolean;
  private readonly guards: NameGuards;
  private readonly wordBits: number | null;
  private rest: { stemmed: boolean; composite: boolean; suffixes: readonly string[]; cap: number } | null =
    null;

  constructor(name: ExchangeName, number: number, guards: NameGuards) {
    this.text = name.text;
    this.exchange = name.exchange;
    this.target = name.target;
    this.tier = name.tier;
    this.prior = name.prior;
    this.attacked = name.attacked;
    this.kind = name.kind;
    this.address = name.address;
    this.ambiguous = name.ambiguous;
    this.number = number;
    this.guards = guards;
    this.codes = Uint8Array.from(codesOf(name.text));
    this.classes = this.codes.reduce((bits, code) => bits | (1 << (VISUAL_CLASS[code]! & 31)), 0);
    const size = name.text.length;
    const bits = name.kind === 'han' ? null : wordBits(guards.tables, name.text);
    const word = bits !== null && bits <= ORDINARY_BITS && size < LONG_NAME;
    this.wordBits = bits;
    this.ordinary = name.kind !== 'dotted' && (name.ambiguous || word || guards.ordinary.has(name.text));
    this.short = size <= SHORT && name.kind !== 'han';
  }

  /** So common a word that only telling words all around it make it a name. */
  get common(): boolean {
    return this.guards.common.has(this.text);
  }
  /** A word of the trade itself (bitcoin, exchange, trx): only the whole address tells. */
  get generic(): boolean {
    return this.guards.generic.has(this.text) || (this.wordBits !== null && this.wordBits <= GENERIC_BITS);
  }
  /** A word of the trade and a few letters (cryptox): misspelt it is any other name that begins so. */
  get stemmed(): boolean {
    return this.described().stemmed;
  }
  /** Words of the trade put together (cryptotrade, l-bank) and hardly ever imitated: anybody may coin the like. */
  get composite(): boolean {
    return this.described().composite;
  }
  /** Suffixes under which the exchange owns this very label: 'com' and 'cab' for okx. */
  get suffixes(): readonly string[] {
    return this.described().suffixes;
  }
  /** Most edit bits that verification lets through, in eighths. */
  get cap(): number {
    return this.described().cap;
  }

  private described() {
    this.rest ??= this.describe();
    return this.rest;
  }

  private describe() {
    const { text, kind, guards } = this;
    const stemmed = guards.stems.some(
      (stem) => text.startsWith(stem) && text.length - stem.length <= FEW_LETTERS,
    );
    const established = kind === 'label' && this.attacked >= ESTABLISHED;
    const composite = kind !== 'abbreviation' && !established && isComposite(text, guards.parts);
    return {
      stemmed,
      composite,
      suffixes: guards.suffixesOf(this),
      cap: capOf(this, stemmed || composite),
    };
  }
}

/** Longer names bear more edits before they stop being legible; ordinary words and the shortest bear none. */
function capOf({ text, kind, tier, common, generic, short }: IndexedName, ofTheTrade: boolean): number {
  const size = text.length;
  if (common || generic || size < SHORTEST_MISSPELT) return 0;
  const speaks = kind === 'label' || kind === 'product';
  if (short || ofTheTrade || !speaks) return SHAPE_ONLY;
  if (tier >= 2) return tier === 2 ? 48 : 0;
  const legible = [0, 0, 0, 0, 0, 44, 72, 96, 108][Math.min(size, 8)]! + (size > 8 ? 12 : 0);
  return tier === 1 ? Math.min(legible, CHEAP_EDIT) : legible;
}

/** For each exchange and first label of its hosts what stands behind it; claimed hosts left out. */
function suffixesByLabel(own: readonly OwnHost[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { host, exchange, standing } of own) {
    const dot = host.indexOf('.');
    if (standing === 'claimed' || dot < 0) continue;
    const key = `${exchange} ${host.slice(0, dot)}`;
    const ends = found.get(key);
    if (ends) ends.push(host.slice(dot + 1));
    else found.set(key, [host.slice(dot + 1)]);
  }
  return found;
}
