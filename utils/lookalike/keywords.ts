import { codesOf, isDigit } from './char-code.ts';
import type { LabelText } from './label-text.ts';
import { extend, hashOf, mix } from './rolling-hash.ts';

export const UNCOVERED = 0;
export const WEAK = 1;
export const STRONG = 2;
export const TELLING = 3;
/** Nothing to cover. */
export const NOTHING = 4;
export type Coverage = typeof UNCOVERED | typeof WEAK | typeof STRONG | typeof TELLING | typeof NOTHING;

/** Words of access, money or crypto are among it. */
export const isStrong = (coverage: Coverage): boolean => coverage === STRONG || coverage === TELLING;

const MAX_KEYWORD = 20;
/** Letters from which a word is told apart within a longer part. */
const TOLD_APART = 4;
const ROOM = 280;

/** The words that stand beside imitated names, and whether a stretch of a label is made of nothing else. */
export class Keywords {
  private readonly slots: Uint32Array;
  private readonly kinds: Uint8Array;
  private readonly mask: number;
  private readonly reach = new Uint8Array(ROOM);
  /** By two codes: the length of the longest word that begins so. */
  private readonly longest = new Uint8Array(64 * 64);

  /** `more` are further telling words: the pinyin of exchanges' names. */
  constructor(groups: ReadonlyMap<string, string[]>, more: readonly string[]) {
    const entries: [string, Coverage][] = more.map((word) => [word, TELLING]);
    for (const [head, words] of groups) {
      if (head.startsWith('han')) continue;
      const kind = head.startsWith('telling') ? TELLING : head.startsWith('strong') ? STRONG : WEAK;
      for (const word of words) entries.push([word, kind]);
    }
    let size = 1024;
    while (size < entries.length * 3) size *= 2;
    this.slots = new Uint32Array(size);
    this.kinds = new Uint8Array(size);
    this.mask = size - 1;
    // Weak first, so that a word in both groups counts as strong.
    for (const [word, kind] of entries.sort((a, b) => a[1] - b[1])) {
      const codes = codesOf(word);
      this.add(hashOf(codes), kind);
      const start = codes[0]! * 64 + (codes[1] ?? 0);
      this.longest[start] = Math.max(this.longest[start]!, codes.length);
    }
  }

  private add(raw: number, kind: Coverage): void {
    const hash = mix(raw) || 1;
    let slot = hash & this.mask;
    while (this.slots[slot] !== 0 && this.slots[slot] !== hash) slot = (slot + 1) & this.mask;
    this.slots[slot] = hash;
    this.kinds[slot] = kind;
  }

  /** Kind of a word by its raw hash; UNCOVERED for none. */
  kindOf(raw: number): Coverage {
    const hash = mix(raw) || 1;
    let slot = hash & this.mask;
    while (this.slots[slot] !== 0) {
      if (this.slots[slot] === hash) return this.kinds[slot] as Coverage;
      slot = (slot + 1) & this.mask;
    }
    return UNCOVERED;
  }

  /**
   * What `[from, to)` of a label is made of: TELLING or STRONG words among others, only WEAK ones and digits, or UNCOVERED text.
   * Words of two letters count only between hyphens or at the stretch's ends, single letters only between hyphens.
   */
  cover(label: LabelText, from: number, to: number): Coverage {
    if (from >= to) return NOTHING;
    const { reach } = this;
    reach.fill(0, from, to + 1);
    reach[from] = WEAK;
    for (let i = from; i < to; i++) {
      const here = reach[i]!;
      if (here === 0) continue;
      if (isDigit(label.codes[i]!)) reach[i + 1] = Math.max(reach[i + 1]!, here);
      if (label.hanKinds[i]) reach[i + 1] = Math.max(reach[i + 1]!, here, label.hanKinds[i]!);
      let hash = 0;
      const start = label.codes[i]! * 64;
      const most = Math.max(
        this.longest[start]!,
        i + 1 < to ? this.longest[start + label.codes[i + 1]!]! : 0,
      );
      for (let end = i + 1; end <= to && end - i <= most; end++) {
        if (end > i + 1 && label.bounds[end - 1]) break;
        hash = extend(hash, label.codes[end - 1]!);
        const kind = this.kindOf(hash);
        if (kind === UNCOVERED) continue;
        if (end - i <= 2 && !this.standsAlone(label, i, end, from, to)) continue;
        reach[end] = Math.max(reach[end]!, here, kind);
      }
    }
    return reach[to] as Coverage;
  }

  private standsAlone(label: LabelText, from: number, to: number, first: number, last: number): boolean {
    if (to - from === 1) return label.bounds[from] === 1 && label.bounds[to] === 1;
    const left = label.bounds[from] || from === first;
    const right = label.bounds[to] || to === last;
    return Boolean(left && right);
  }

  /** A strong word of some length begins or ends the part: exchangee, gives, swwwlogin. */
  private leadsOrEnds(label: LabelText, from: number, to: number): Coverage {
    let best: number = UNCOVERED;
    let hash = 0;
    for (let end = from; end < to && end - from < MAX_KEYWORD; end++) {
      hash = extend(hash, label.codes[end]!);
      if (end - from >= TOLD_APART - 1) best = Math.max(best, this.kindOf(hash));
    }
    for (let start = Math.max(from + 1, to - MAX_KEYWORD); start <= to - TOLD_APART; start++) {
      hash = 0;
      for (let i = start; i < to; i++) hash = extend(hash, label.codes[i]!);
      best = Math.max(best, this.kindOf(hash));
    }
    return best >= STRONG ? (best as Coverage) : UNCOVERED;
  }

  /** Whether any hyphen-bounded part of the label outside [from, to) is made of words, and which. */
  beside(label: LabelText, from: number, to: number): Coverage {
    let best: Coverage = UNCOVERED;
    let start = 0;
    for (let i = 1; i <= label.length; i++) {
      if (!label.bounds[i]) continue;
      if (i <= from || start >= to) {
        const kind = this.cover(label, start, i);
        const told = kind === UNCOVERED ? this.leadsOrEnds(label, start, i) : kind;
        if (told !== NOTHING && told > best) best = told;
      }
      start = i;
    }
    return best;
  }
}
