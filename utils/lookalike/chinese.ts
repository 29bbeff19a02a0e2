import { OTHER_SCRIPT } from './char-code.ts';
import type { IndexedName } from './indexed-name.ts';
import { STRONG, WEAK } from './keywords.ts';
import type { LabelText } from './label-text.ts';
import { groupedWords } from './tables.ts';

/** Traditional and variant characters to simplified ones, so that 歐易 and 欧易 are one name. */
export function simplifier(pairs: string): (text: string) => string {
  const simple = new Map<string, string>();
  for (const pair of pairs.split(/\s+/)) {
    const [from, to] = [...pair];
    if (from && to) simple.set(from, to);
  }
  return (text) => [...text].map((char) => simple.get(char) ?? char).join('');
}

/** Syllables of a Han text run together, or null where one character is unknown: 币安 => 'bian'. */
export function romaniser(lines: string): (text: string) => string | null {
  const syllables = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const [syllable, chars] = line.split(' ');
    for (const char of chars ?? '') syllables.set(char, syllable!);
  }
  return (text) => {
    let latin = '';
    for (const char of text) {
      const syllable = syllables.get(char);
      if (!syllable) return null;
      latin += syllable;
    }
    return latin;
  };
}

/** Finds Chinese names in labels, and marks the Chinese words that stand beside them. */
export class HanReader {
  private readonly words: [string, number][];
  private readonly names: { text: string; name: IndexedName }[];
  private readonly simplify: (text: string) => string;

  constructor(names: IndexedName[], keywords: string, simplify: (text: string) => string) {
    this.simplify = simplify;
    this.names = names
      .map((name) => ({ text: simplify(name.text), name }))
      .sort((a, b) => b.text.length - a.text.length);
    const kinds = new Map<string, number>();
    for (const [head, words] of groupedWords(keywords)) {
      if (!head.startsWith('han')) continue;
      for (const word of words) kinds.set(simplify(word), head.endsWith('strong') ? STRONG : WEAK);
    }
    this.words = [...kinds].sort((a, b) => b[0].length - a[0].length);
  }

  /** Marks covered Han symbols of the label and calls back with each name found, as symbol offsets. */
  read(host: string, label: LabelText, found: (name: IndexedName, from: number, to: number) => void): void {
    const text = this.hanOnly(host, label);
    for (const [word, kind] of this.words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        for (let i = at; i < at + word.length; i++) if (label.hanKinds[i] === 0) label.hanKinds[i] = kind;
      }
    }
    for (const { text: wanted, name } of this.names) {
      const at = text.indexOf(wanted);
      if (at >= 0) found(name, at, at + wanted.length);
    }
  }

  /** One UTF-16 unit a symbol: Han simplified, everything else a space. */
  private hanOnly(host: string, label: LabelText): string {
    let text = '';
    for (let i = 0; i < label.length; i++) {
      const char = host.slice(label.from[i], label.to[i]);
      const simple = label.codes[i] === OTHER_SCRIPT ? this.simplify(char) : ' ';
      text += simple.length === 1 ? simple : ' ';
    }
    return text;
  }
}
