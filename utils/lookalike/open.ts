import type { Host } from '../domain/host.ts';
import { HanReader, simplifier } from './chinese.ts';
import { EditCost } from './edit-cost.ts';
import { type ExchangeIndex, readIndex } from './exchange-index.ts';
import type { Hit } from './hit.ts';
import { HitReader } from './hit-reader.ts';
import { endBefore, labelStart, suffixStart } from './host-labels.ts';
import type { IndexedName } from './indexed-name.ts';
import { type Judgement, judge } from './judge.ts';
import { LabelText } from './label-text.ts';
import { marksOf } from './marks.ts';
import type { LookalikeMatch } from './match.ts';
import { ownSuffixFollows } from './own-suffix.ts';
import type { Reading } from './reading.ts';
import { Scanner } from './scan.ts';
import { type Standing, standingOf } from './standing.ts';
import { groupedWords, readTables, type Tables } from './tables.ts';
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

/** Of more hits in one label only the likeliest are weighed. */
const MAX_READINGS = 8;

interface Found {
  reading: Reading;
  judgement: Judgement;
  hit: Hit;
  start: number;
  end: number;
}

class HostMatcher implements Matcher {
  private readonly label = new LabelText();
  private readonly edit: EditCost;
  private readonly scanner: Scanner;
  private readonly reader: HitReader;
  private readonly popular: Set<string>;
  private readonly quiet: Set<string>;
  private readonly tables: Tables;
  private readonly index: ExchangeIndex;
  private readonly han: HanReader;
  private readonly addHan = (name: IndexedName, from: number, to: number) =>
    this.scanner.found.add(name, from, to);
  private collected: Reading[] | null = null;

  constructor(tables: Tables, index: ExchangeIndex) {
    this.tables = tables;
    this.index = index;
    this.edit = new EditCost(tables);
    this.scanner = new Scanner(index, this.edit);
    const pinyin = index.names.filter((name) => name.kind === 'pinyin' && !name.ambiguous);
    this.reader = new HitReader(
      tables,
      pinyin.map((name) => name.text),
      this.label,
      this.edit,
    );
    this.han = new HanReader(index.hanNames, tables.keywords, simplifier(tables.hanVariants));
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
    for (let looked = 1; end > 0; looked++) {
      const start = labelStart(text, end);
      this.label.read(text, start, end, this.tables);
      this.scanner.scan(this.label);
      if (this.label.hanCount > 0) this.han.read(text, this.label, this.addHan);
      if (this.scanner.found.hits.length > 0) {
        standing ??= standingOf(host, this.popular, this.index.own);
        if (standing === 'own') return null;
        if (registrable || !this.quiet.has(host.registrable!)) {
          const found = this.judgeLabel(host, registrable, standing);
          if (found && (!best || found.judgement.margin > best.judgement.margin)) best = found;
        }
      }
      registrable = false;
      end = endBefore(text, start, looked);
    }
    return best
      ? this.describe(host, best, typeof standing === 'object' && standing?.claimed === true)
      : null;
  }

  private judgeLabel(host: Host, registrable: boolean, standing: Standing): Found | null {
    const { label, tables } = this;
    const hits = this.scanner.found.hits.filter((hit) => this.isWorthReading(hit, host, standing));
    if (hits.length === 0) return null;
    const { reader } = this;
    reader.begin(host, registrable);
    if (hits.length > MAX_READINGS) hits.sort((a, b) => reader.gainOf(b) - reader.gainOf(a));
    let best: Found | null = null;
    for (const hit of hits.slice(0, this.collected ? hits.length : MAX_READINGS)) {
      const reading = reader.read(hit);
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
    return ownSuffixFollows(this.label, host, name, hit.to);
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
