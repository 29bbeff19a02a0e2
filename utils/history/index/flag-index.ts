import { TIERS } from '../../verdict/finding.ts';
import { FINDING_KINDS, FLAG_ACTIONS } from '../flag-words.ts';
import { type Columns, emptyColumns, mapColumns, withRoom } from './columns.ts';
import type { FlagChange, IndexEntry } from './entry.ts';
import { type PackedSets, StringSets } from './string-sets.ts';

/** Another layout, or other words in the entries: the index at rest is then made anew from the flags. */
export const INDEX_FORMAT = 1;

/** The whole index as kept at rest, oldest flag first. */
export interface PackedIndex {
  ids: string[];
  columns: Columns;
  sets: PackedSets;
}

const NONE = 0xffffffff;
/** Columns whose values mean the same in any index. */
const PLAIN = ['at', 'day', 'tier', 'kind', 'kinds', 'action', 'listVersion'] as const;

/**
 * All flags in brief, in columns, a slot each. 100,000 flags take some 15 MB and are passed over in about a
 * millisecond, so that a search costs what drawing its first rows costs, however many flags there are.
 */
export class FlagIndex {
  /** By slot; null where the flag was removed. */
  readonly ids: (string | null)[];
  columns: Columns;
  readonly sets: StringSets;
  /** Counts up with every change. */
  revision = 0;
  #size: number;
  #order: Uint32Array<ArrayBuffer> | null = null;
  #slots: Map<string, number> | null = null;

  constructor(packed: PackedIndex | null = null) {
    this.ids = packed?.ids ?? [];
    this.columns = packed?.columns ?? emptyColumns();
    this.sets = new StringSets(packed?.sets ?? null);
    this.#size = this.ids.length;
    if (packed) this.#order = Uint32Array.from(this.ids, (_, slot) => slot);
  }

  /** Flags in the index. */
  get size(): number {
    return this.#size;
  }

  /** Slots from the oldest flag to the newest; of the same instant by id. */
  get order(): Uint32Array<ArrayBuffer> {
    this.#order ??= this.#sorted();
    return this.#order;
  }

  /** Follows what transactions did, in their order; what is followed twice comes to the same. */
  apply(changes: readonly FlagChange[]): void {
    if (changes.length === 0) return;
    this.revision += 1;
    const moved = new Set<number>();
    for (const { remove, put } of changes) {
      for (const id of remove === 'all' ? this.ids : remove) this.#remove(id);
      for (const entry of put) if (this.#put(entry)) moved.add(this.#slotOf(entry.id) ?? 0);
    }
    if (!this.#order) return;
    const stayed = this.#order.filter((slot) => this.ids[slot] !== null && !moved.has(slot));
    const came = Uint32Array.from(moved).filter((slot) => this.ids[slot] !== null);
    this.#order = merged(stayed, came.sort(this.#before), this.#before);
  }

  entry(slot: number): IndexEntry {
    const { columns, sets } = this;
    const number = (column: keyof Columns) => columns[column][slot] ?? 0;
    const text = (column: 'host' | 'hostUnicode' | 'domain') => sets.strings[number(column)] ?? '';
    return {
      id: this.ids[slot] ?? '',
      at: number('at'),
      day: number('day'),
      tier: TIERS[number('tier')] ?? 'unknown',
      kind: FINDING_KINDS[number('kind')] ?? 'listed',
      kinds: FINDING_KINDS.filter((_, bit) => number('kinds') & (1 << bit)),
      action: FLAG_ACTIONS[number('action')] ?? 'shown',
      listVersion: number('listVersion'),
      exchanges: sets.set(number('exchanges')),
      host: text('host'),
      hostUnicode: text('hostUnicode'),
      domain: number('domain') === NONE ? null : text('domain'),
      words: sets.set(number('words')),
    };
  }

  /** The index as kept at rest, without room to spare and without a trace of what was removed. */
  packed(): PackedIndex {
    const { order } = this;
    const sets = this.sets.copier();
    const columns = mapColumns(this.columns, (column) => column.slice(0, order.length) as typeof column);
    order.forEach((slot, at) => {
      for (const name of PLAIN) columns[name][at] = this.columns[name][slot] as number;
      for (const name of ['host', 'hostUnicode', 'domain'] as const) {
        const text = this.columns[name][slot] as number;
        columns[name][at] = text === NONE ? NONE : sets.string(text);
      }
      for (const name of ['exchanges', 'words'] as const) {
        columns[name][at] = sets.set(this.columns[name][slot] as number);
      }
    });
    return { ids: Array.from(order, (slot) => this.ids[slot] ?? ''), columns, sets: sets.packed() };
  }

  /** Whether the flag is new in the order of time. */
  #put(entry: IndexEntry): boolean {
    const known = this.#slotOf(entry.id);
    const slot = known ?? this.ids.push(entry.id) - 1;
    if (known === null) {
      this.#size += 1;
      this.#slots?.set(entry.id, slot);
      if (this.columns.at.length <= slot) {
        this.columns = mapColumns(this.columns, (column) => withRoom(column, slot + 1));
      }
    }
    const moves = known === null || this.columns.at[slot] !== entry.at;
    this.#write(slot, entry);
    return moves;
  }

  #write(slot: number, entry: IndexEntry): void {
    const { columns, sets } = this;
    columns.at[slot] = entry.at;
    columns.day[slot] = entry.day;
    columns.tier[slot] = TIERS.indexOf(entry.tier);
    columns.kind[slot] = FINDING_KINDS.indexOf(entry.kind);
    columns.kinds[slot] = entry.kinds.reduce((bits, kind) => bits | (1 << FINDING_KINDS.indexOf(kind)), 0);
    columns.action[slot] = FLAG_ACTIONS.indexOf(entry.action);
    columns.listVersion[slot] = entry.listVersion;
    columns.host[slot] = sets.addString(entry.host);
    columns.hostUnicode[slot] = sets.addString(entry.hostUnicode);
    columns.domain[slot] = entry.domain === null ? NONE : sets.addString(entry.domain);
    columns.exchanges[slot] = sets.addSet(entry.exchanges);
    columns.words[slot] = sets.addSet(entry.words);
  }

  #remove(id: string | null): void {
    const slot = id === null ? null : this.#slotOf(id);
    if (id === null || slot === null) return;
    this.ids[slot] = null;
    this.#slots?.delete(id);
    this.#size -= 1;
  }

  #slotOf(id: string): number | null {
    this.#slots ??= new Map(this.ids.flatMap((one, slot) => (one === null ? [] : [[one, slot] as const])));
    return this.#slots.get(id) ?? null;
  }

  #sorted(): Uint32Array<ArrayBuffer> {
    const order = new Uint32Array(this.#size);
    let count = 0;
    this.ids.forEach((id, slot) => {
      if (id !== null) order[count++] = slot;
    });
    return order.sort(this.#before);
  }

  readonly #before = (a: number, b: number): number => {
    const apart = (this.columns.at[a] ?? 0) - (this.columns.at[b] ?? 0);
    return apart !== 0 ? apart : (this.ids[a] ?? '') < (this.ids[b] ?? '') ? -1 : 1;
  };
}

type Slots = Uint32Array<ArrayBuffer>;

/** Two sorted lists as one. */
function merged(a: Slots, b: Slots, before: (a: number, b: number) => number): Slots {
  if (b.length === 0) return a;
  const all = new Uint32Array(a.length + b.length);
  let [i, j] = [0, 0];
  for (let at = 0; at < all.length; at++) {
    const takeA = j >= b.length || (i < a.length && before(a[i] as number, b[j] as number) < 0);
    all[at] = (takeA ? a[i++] : b[j++]) as number;
  }
  return all;
}
