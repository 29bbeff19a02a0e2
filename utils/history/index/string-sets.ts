import { withRoom } from './columns.ts';

/** Strings and sets of strings as kept at rest. */
export interface PackedSets {
  strings: string[];
  starts: Uint32Array<ArrayBuffer>;
  items: Uint32Array<ArrayBuffer>;
}

/**
 * Strings, and sets of them, each under a number. What is the same has the same number while the table grows
 * from empty; a table read back adds without looking, since a repetition costs room alone.
 */
export class StringSets {
  readonly strings: string[];
  #starts: Uint32Array<ArrayBuffer>;
  #items: Uint32Array<ArrayBuffer>;
  #sets: number;
  readonly #known: { strings: Map<string, number>; sets: Map<string, number> } | null;

  constructor(packed: PackedSets | null = null) {
    this.strings = packed?.strings ?? [];
    this.#starts = packed?.starts ?? new Uint32Array(64);
    this.#items = packed?.items ?? new Uint32Array(64);
    this.#sets = packed ? packed.starts.length - 1 : 0;
    this.#known = packed ? null : { strings: new Map(), sets: new Map() };
  }

  /** How many sets there are. */
  get sets(): number {
    return this.#sets;
  }

  addString(text: string): number {
    const known = this.#known?.strings.get(text);
    if (known !== undefined) return known;
    const number = this.strings.push(text) - 1;
    this.#known?.strings.set(text, number);
    return number;
  }

  addSet(texts: readonly string[]): number {
    const items = texts.map((text) => this.addString(text));
    const key = this.#known ? items.join() : '';
    const known = this.#known?.sets.get(key);
    if (known !== undefined) return known;
    const number = this.#sets;
    const start = this.#starts[number] ?? 0;
    this.#items = withRoom(this.#items, start + items.length);
    this.#items.set(items, start);
    this.#starts = withRoom(this.#starts, number + 2);
    this.#starts[number + 1] = start + items.length;
    this.#sets += 1;
    this.#known?.sets.set(key, number);
    return number;
  }

  set(number: number): string[] {
    const items = this.#items.subarray(this.#starts[number], this.#starts[number + 1]);
    return Array.from(items, (item) => this.strings[item] ?? '');
  }

  /** One byte a string: 1 where the test holds. */
  stringsWhere(test: (text: string) => boolean): Uint8Array {
    const found = new Uint8Array(this.strings.length);
    for (let index = 0; index < found.length; index++)
      if (test(this.strings[index] as string)) found[index] = 1;
    return found;
  }

  /** One byte a set: 1 where it holds any of the marked strings. */
  setsWith(marked: Uint8Array): Uint8Array {
    const found = new Uint8Array(this.#sets);
    for (let number = 0; number < found.length; number++) {
      const end = this.#starts[number + 1] as number;
      for (let at = this.#starts[number] as number; at < end; at++) {
        if (marked[this.#items[at] as number] !== 1) continue;
        found[number] = 1;
        break;
      }
    }
    return found;
  }

  /** A copy to be filled with what is still in use. */
  copier(): SetsCopier {
    return new SetsCopier(this.strings, this.#starts, this.#items, this.#sets);
  }
}

/** Takes over strings and sets by their old numbers, each once, and gives the new ones. */
class SetsCopier {
  readonly #from: PackedSets;
  /** New numbers plus one, by the old; 0 where not taken over yet. */
  readonly #stringAt: Uint32Array;
  readonly #setAt: Uint32Array;
  readonly #strings: string[] = [];
  readonly #starts: number[] = [0];
  readonly #items: number[] = [];

  constructor(strings: string[], starts: PackedSets['starts'], items: PackedSets['items'], sets: number) {
    this.#from = { strings, starts, items };
    this.#stringAt = new Uint32Array(strings.length);
    this.#setAt = new Uint32Array(sets);
  }

  string(old: number): number {
    const known = this.#stringAt[old] ?? 0;
    if (known > 0) return known - 1;
    const taken = this.#strings.push(this.#from.strings[old] ?? '');
    this.#stringAt[old] = taken;
    return taken - 1;
  }

  set(old: number): number {
    const known = this.#setAt[old] ?? 0;
    if (known > 0) return known - 1;
    const { starts, items } = this.#from;
    for (const item of items.subarray(starts[old], starts[old + 1])) this.#items.push(this.string(item));
    const taken = this.#starts.push(this.#items.length) - 1;
    this.#setAt[old] = taken;
    return taken - 1;
  }

  packed(): PackedSets {
    return {
      strings: this.#strings,
      starts: Uint32Array.from(this.#starts),
      items: Uint32Array.from(this.#items),
    };
  }
}
