import type { Host } from '../domain/host.ts';
import { Background } from './background.ts';
import { isDigit } from './char-code.ts';
import type { EditCost } from './edit-cost.ts';
import type { Hit } from './hit.ts';
import { endBefore, labelStart, suffixStart } from './host-labels.ts';
import { type Coverage, Keywords, NOTHING, TELLING, UNCOVERED } from './keywords.ts';
import { LabelText } from './label-text.ts';
import { ownSuffixFollows } from './own-suffix.ts';
import type { Reading } from './reading.ts';
import { extend, mix } from './rolling-hash.ts';
import { Suffixes } from './suffix-class.ts';
import { groupedWords, type Tables, wordSlot } from './tables.ts';
import { MAX_WORD } from './tables-format.ts';

/** What holds for all hits in one label. */
interface LabelContext {
  host: Host;
  /** Cost of the label as ordinary words. */
  total: number;
  registrable: boolean;
  suffix: Reading['suffix'];
  elsewhere: Coverage;
  insideWord: boolean;
}

/** The cost that takes a word out of the lexicon, in quarter bits. */
const NO_WORD = 255;

/** Weighs a hit in a label: what stands around it, and what the label costs as ordinary words. */
export class HitReader {
  private readonly other = new LabelText();
  private readonly background: Background;
  private readonly keywords: Keywords;
  private readonly suffixes: Suffixes;
  private readonly tables: Tables;
  private readonly label: LabelText;
  private readonly edit: EditCost;
  private context!: LabelContext;

  /** @param label the buffer that holds the label being read */
  constructor(tables: Tables, pinyin: string[], label: LabelText, edit: EditCost) {
    this.tables = tables;
    this.label = label;
    this.edit = edit;
    this.background = new Background(tables);
    this.keywords = new Keywords(groupedWords(tables.keywords), pinyin);
    this.suffixes = new Suffixes(groupedWords(tables.suffixes));
  }

  /** Takes in what holds for all hits in the label. */
  begin(host: Host, registrable: boolean): void {
    const { label } = this;
    this.context = {
      host,
      total: this.background.measure(label),
      registrable,
      suffix: this.suffixes.classOf(host.suffix!, host.platform),
      elsewhere: this.wordsInOtherLabels(host, label.start),
      insideWord: this.isWord(0, label.length),
    };
  }

  /** How much cheaper the label is explained by the hit than as ordinary words. */
  gainOf(hit: Hit): number {
    return this.context.total - this.channel(hit);
  }

  read(hit: Hit): Reading {
    const { label, background, context } = this;
    const { host, registrable, elsewhere } = context;
    const { name, from, to, edit } = hit;
    let foreign = false;
    let hyphenInside = false;
    let digit = false;
    for (let i = from; i < to; i++) {
      if (label.foreign[i]) foreign = true;
      if (i > from && label.bounds[i]) hyphenInside = true;
      if (edit > 0 && isDigit(label.codes[i]!)) digit = true;
    }
    const embedded = ownSuffixFollows(label, host, name, to);
    const beside = this.keywords.beside(label, from, to);
    let tokenFrom = from;
    let tokenTo = to;
    while (label.bounds[tokenFrom] === 0) tokenFrom--;
    while (label.bounds[tokenTo] === 0) tokenTo++;
    return {
      name,
      edit,
      gain: this.gainOf(hit),
      place: registrable ? 'registrable' : 'subdomain',
      platform: registrable && host.platform,
      // Chinese writes no spaces.
      boundedLeft: label.bounds[from] === 1 || name.kind === 'han',
      boundedRight: label.bounds[to] === 1 || embedded || name.kind === 'han',
      before: this.keywords.cover(label, 0, from),
      after: this.keywords.cover(label, to, label.length),
      tokenBefore: this.keywords.cover(label, tokenFrom, from),
      tokenAfter: this.keywords.cover(label, to, tokenTo),
      elsewhere: beside > elsewhere && beside !== NOTHING ? beside : elsewhere,
      embedded,
      foreign,
      digit,
      visualOnly: edit > 0 && this.isVisual(hit),
      hyphenInside,
      suffix: context.suffix,
      rest: label.length - (to - from),
      restCost: background.before[from]! + background.after[to]!,
      insideWord: !foreign && (context.insideWord || (edit > 0 && this.isWord(from, to))),
    };
  }

  /** Cost of the label as an imitation: what stands before, the exchange, the edits, what stands after. */
  private channel({ name, from, to, edit }: Hit): number {
    return this.background.before[from]! + name.prior + edit + this.background.after[to]!;
  }

  /** The stretch is one word of the lexicon as it stands. */
  private isWord(from: number, to: number): boolean {
    const { label } = this;
    if (to - from > MAX_WORD) return false;
    let hash = 0;
    for (let i = from; i < to; i++) {
      if (i > from && label.bounds[i]) return false;
      hash = extend(hash, label.codes[i]!);
    }
    const slot = wordSlot(this.tables, mix(hash));
    return slot >= 0 && this.tables.wordCosts[slot]! < NO_WORD;
  }

  private isVisual(hit: Hit): boolean {
    if (hit.to - hit.from > 36) return false;
    return this.edit
      .steps(hit.name.codes, this.label, hit.from, hit.to)
      .every((step) => step.nameTo > step.nameFrom && step.labelTo > step.labelFrom && step.cost <= 26);
  }

  /** Words of access, money or crypto as whole parts of labels other than the one at `start`. */
  private wordsInOtherLabels(host: Host, start: number): Coverage {
    const text = host.unicode;
    let end = suffixStart(text, host.suffix!);
    let best: Coverage = UNCOVERED;
    for (let looked = 1; end > 0 && best !== TELLING; looked++) {
      const from = labelStart(text, end);
      if (from !== start) {
        this.other.read(text, from, end, this.tables);
        const kind = this.keywords.beside(this.other, this.other.length, this.other.length);
        if (kind !== NOTHING && kind > best) best = kind;
      }
      end = endBefore(text, from, looked);
    }
    return best;
  }
}
