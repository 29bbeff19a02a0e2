import type { Host } from '../domain/host.ts';
import { Background } from './background.ts';
import { codeOf, isDigit } from './char-code.ts';
import { HanReader, simplifier } from './chinese.ts';
import { EditCost } from './edit-cost.ts';
import { type ExchangeIndex, type IndexedName, readIndex } from './exchange-index.ts';
import { type Judgement, judge } from './judge.ts';
import { type Coverage, Keywords, NOTHING, TELLING, UNCOVERED } from './keywords.ts';
import { LabelText } from './label-text.ts';
import { marksOf } from './marks.ts';
import type { LookalikeMatch } from './match.ts';
import type { Reading } from './reading.ts';
import { extend, mix } from './rolling-hash.ts';
import { type Hit, Scanner } from './scan.ts';
import { Suffixes } from './suffix-class.ts';
import { groupedWords, readTables, type Tables, wordSlot } from './tables.ts';
import { MAX_WORD } from './tables-format.ts';
import { techniquesOf } from './techniques/all.ts';

/** Says whether a host resembles an exchange's address and is none of its own. Holds buffers: one at a time. */
export interface Matcher {
  match(host: Host): LookalikeMatch | null;
  /** Every reading of the host that was weighed, for fitting and for the curious. */
  readings(host: Host): Reading[];
}

/** Loads tables and index as they lie. @throws LookalikeDataError on data that is not whole or of another version. */
export function openLookalike(tables: ArrayBuffer, index: ArrayBuffer): Matcher {
  const read = readTables(tables);
  return new HostMatcher(read, readIndex(index, read));
}

/**
 * What the records say of the host: an exchange's present name or a popular site ('own'), a former or lapsed name
 * (which imitates everybody but its own exchange), a name somebody claims for an exchange, or nothing.
 */
type Standing = 'own' | 'stranger' | { exchange: string; claimed: boolean };

interface LabelContext {
  host: Host;
  /** Cost of the label as ordinary words. */
  total: number;
  registrable: boolean;
  suffix: Reading['suffix'];
  elsewhere: Coverage;
  insideWord: boolean;
}

/** Of more hits in one label only the likeliest are weighed, and of more labels only the last: no host needs them. */
const MAX_READINGS = 8;
const MAX_LABELS = 8;
const DOT = 0x2e;
/** The cost that takes a word out of the lexicon, in quarter bits. */
const NO_WORD = 255;

interface Found {
  reading: Reading;
  judgement: Judgement;
  hit: Hit;
  start: number;
  end: number;
}

class HostMatcher implements Matcher {
  private readonly label = new LabelText();
  private readonly other = new LabelText();
  private readonly edit: EditCost;
  private readonly scanner: Scanner;
  private readonly background: Background;
  private readonly keywords: Keywords;
  private readonly suffixes: Suffixes;
  private readonly popular: Set<string>;
  private readonly quiet: Set<string>;
  private readonly tables: Tables;
  private readonly index: ExchangeIndex;
  private readonly han: HanReader;
  private readonly addHan = (name: IndexedName, from: number, to: number) => this.scanner.add(name, from, to);
  private collected: Reading[] | null = null;

  constructor(tables: Tables, index: ExchangeIndex) {
    this.tables = tables;
    this.index = index;
    this.edit = new EditCost(tables);
    this.scanner = new Scanner(index, this.edit);
    this.background = new Background(tables);
    const pinyin = index.names.filter((name) => name.kind === 'pinyin' && !name.ambiguous);
    this.keywords = new Keywords(
      groupedWords(tables.keywords),
      pinyin.map((name) => name.text),
    );
    this.han = new HanReader(index.hanNames, tables.keywords, simplifier(tables.hanVariants));
    this.suffixes = new Suffixes(groupedWords(tables.suffixes));
    const guards = groupedWords(tables.guards);
    this.popular = new Set(guards.get('popular'));
    this.quiet = new Set(guards.get('quiet'));
  }

  readings(host: Host): Reading[] {
    this.collected = [];
    this.match(host);
    const found = this.collected;
    this.collected = null;
    return found;
  }

  match(host: Host): LookalikeMatch | null {
    if (host.label === null || host.suffix === null) return null;
    const text = host.unicode;
    let end = text === host.ascii ? text.length - host.suffix.length - 1 : suffixStart(text, host.suffix);
    let registrable = true;
    let best: Found | null = null;
    let standing: Standing | null = null;
    for (let labels = 0; end > 0 && labels < MAX_LABELS; labels++) {
      const start = labelStart(text, end);
      this.label.read(text, start, end, this.tables);
      this.scanner.scan(this.label);
      if (this.label.hanCount > 0) this.han.read(text, this.label, this.addHan);
      if (this.scanner.hits.length > 0) {
        standing ??= this.standingOf(host);
        if (standing === 'own') return null;
        if (registrable || !this.quiet.has(host.registrable!)) {
          const found = this.judgeLabel(host, registrable, standing);
          if (found && (!best || found.judgement.margin > best.judgement.margin)) best = found;
        }
      }
      registrable = false;
      end = start - 1;
    }
    return best
      ? this.describe(host, best, typeof standing === 'object' && standing?.claimed === true)
      : null;
  }

  private standingOf(host: Host): Standing {
    if (this.popular.has(host.registrable!)) return 'own';
    for (let name = host.ascii; name; ) {
      const row = this.index.own.get(name);
      if (row)
        return row.standing === 'present'
          ? 'own'
          : { exchange: row.exchange, claimed: row.standing === 'claimed' };
      const dot = name.indexOf('.');
      if (dot < 0) break;
      name = name.slice(dot + 1);
    }
    return 'stranger';
  }

  private judgeLabel(host: Host, registrable: boolean, standing: Standing): Found | null {
    const { label, tables } = this;
    const hits = this.scanner.hits.filter((hit) => this.isWorthReading(hit, host, standing));
    if (hits.length === 0) return null;
    const total = this.background.measure(label);
    const context: LabelContext = {
      host,
      total,
      registrable,
      suffix: this.suffixes.classOf(host.suffix!),
      elsewhere: this.wordsInOtherLabels(host, label.start),
      insideWord: this.isWord(0, label.length),
    };
    const gainOf = (hit: Hit) => total - this.channel(hit);
    if (hits.length > MAX_READINGS) hits.sort((a, b) => gainOf(b) - gainOf(a));
    let best: Found | null = null;
    for (const hit of hits.slice(0, this.collected ? hits.length : MAX_READINGS)) {
      const reading = this.read(hit, context);
      this.collected?.push(reading);
      const judgement = judge(reading, tables.weights);
      if (judgement && (!best || judgement.margin > best.judgement.margin)) {
        best = { reading, judgement, hit, start: label.start, end: label.end };
      }
    }
    return best;
  }

  private isWorthReading(hit: Hit, host: Host, standing: Standing): boolean {
    const { name } = hit;
    if (name.target === host.registrable) return false;
    if (typeof standing === 'object' && !standing.claimed && standing.exchange === name.exchange)
      return false;
    if (!name.generic && !name.common) return true;
    const { bounds } = this.label;
    if (name.common && bounds[hit.from] === 1 && bounds[hit.to] === 1) return true;
    return this.ownSuffixFollows(host, name, hit.to);
  }

  /** Cost of the label as an imitation: what stands before, the exchange, the edits, what stands after. */
  private channel({ name, from, to, edit }: Hit): number {
    return this.background.before[from]! + name.prior + edit + this.background.after[to]!;
  }

  private read(hit: Hit, context: LabelContext): Reading {
    const { label, background } = this;
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
    const embedded = this.ownSuffixFollows(host, name, to);
    const beside = this.keywords.beside(label, from, to);
    let tokenFrom = from;
    let tokenTo = to;
    while (label.bounds[tokenFrom] === 0) tokenFrom--;
    while (label.bounds[tokenTo] === 0) tokenTo++;
    return {
      name,
      edit,
      gain: context.total - this.channel(hit),
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
    for (let labels = 0; end > 0 && best !== TELLING && labels < MAX_LABELS; labels++) {
      const from = labelStart(text, end);
      if (from !== start) {
        this.other.read(text, from, end, this.tables);
        const kind = this.keywords.beside(this.other, this.other.length, this.other.length);
        if (kind !== NOTHING && kind > best) best = kind;
      }
      end = from - 1;
    }
    return best;
  }

  /** 'okx' then 'com', after a dot, a hyphen or nothing, and then no further letter. */
  private ownSuffixFollows(host: Host, name: IndexedName, to: number): boolean {
    for (const suffix of name.suffixes) {
      if (this.followsInLabel(suffix, to) || this.followsInNextLabel(host, suffix, to)) return true;
    }
    return false;
  }

  private followsInLabel(suffix: string, to: number): boolean {
    const { label } = this;
    let at = to;
    for (let i = 0; i < suffix.length; i++) {
      if (suffix[i] === '.') continue;
      if (at >= label.length || label.codes[at] !== codeOf(suffix.charCodeAt(i))) return false;
      at++;
    }
    return label.bounds[at] === 1 || (isDigit(label.codes[at]!) && label.bounds[to] === 1);
  }

  private followsInNextLabel(host: Host, suffix: string, to: number): boolean {
    const { label } = this;
    const text = host.unicode;
    if (to !== label.length || !text.startsWith(suffix, label.end + 1)) return false;
    const next = label.end + 1 + suffix.length;
    if (next >= text.length) return false;
    const code = codeOf(text.charCodeAt(next));
    // 'kraken' + '.com' must not be the host's own suffix: bittrex.com.se is a swapped suffix.
    return label.end + 1 < suffixStart(text, host.suffix!) && (code < 0 || isDigit(code));
  }

  private describe(host: Host, found: Found, soft: boolean): LookalikeMatch {
    const { reading, judgement, hit, start, end } = found;
    this.label.read(host.unicode, start, end, this.tables);
    return {
      exchange: reading.name.exchange,
      target: reading.name.target,
      techniques: techniquesOf(reading),
      marks: marksOf(this.edit, this.label, hit),
      score: 1 / (1 + Math.exp(-(judgement.margin + 16) / 40)),
      confidence: soft ? 'low' : judgement.confidence,
    };
  }
}

/** Offset of the dot before the suffix in a Unicode host; the suffix counts by labels, since its spelling may differ. */
function suffixStart(text: string, suffix: string): number {
  let at = text.length;
  for (let i = -1; i !== suffix.length; ) {
    at = text.lastIndexOf('.', at - 1);
    i = suffix.indexOf('.', i + 1);
    if (i < 0) break;
  }
  return at;
}

/** Where the label that ends before `end` begins. (lastIndexOf leaves compiled code: 100 ns a call.) */
function labelStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && text.charCodeAt(at - 1) !== DOT) at--;
  return at;
}
