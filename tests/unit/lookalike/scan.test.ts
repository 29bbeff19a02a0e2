import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLookalikeIndex } from '../../../utils/lookalike/build-index.ts';
import { VISUAL_CLASS } from '../../../utils/lookalike/char-code.ts';
import {
  deletionsOf,
  mayBeMisspelt,
  spellings,
  withDeletions,
} from '../../../utils/lookalike/deletion-keys.ts';
import { EditCost } from '../../../utils/lookalike/edit-cost.ts';
import { type ExchangeIndex, readIndex } from '../../../utils/lookalike/exchange-index.ts';
import type { IndexedName } from '../../../utils/lookalike/indexed-name.ts';
import type { LabelText } from '../../../utils/lookalike/label-text.ts';
import { Scanner } from '../../../utils/lookalike/scan.ts';
import { Verifier } from '../../../utils/lookalike/verifier.ts';
import { exchange } from '../list/sample-list.ts';
import { labelOf, ownTables, tables } from './label.ts';
import { misreadOf } from './misread.ts';

const seed = 20261201;
const NAMES = [
  'binance',
  'coinbase',
  'okx',
  'okex',
  'bybit',
  'bitstamp',
  'whitebit',
  'bitfinex',
  'cryptology',
  'mexc',
  'htx',
];
const hosts = Object.fromEntries(NAMES.map((id, i) => [id, [90, 50, 20, 10, 9, 8, 5, 1, 7, 6, 6][i]!]));
const records = NAMES.map((id) => exchange(id, [`${id}.com`]));
const newIndex = () =>
  readIndex(buildLookalikeIndex(records, { date: '', sources: [], hosts }).buffer, ownTables());
const index = newIndex();
const edit = new EditCost(tables);
const scanner = new Scanner(index, edit);

const misspeltNames = index.names.filter(mayBeMisspelt).map((name) => ({
  name,
  keys: spellings(name.text).flatMap((codes) => [...withDeletions(codes, deletionsOf(name))].map(String)),
}));

function scanned(label: LabelText): string[] {
  scanner.scan(label);
  return scanner.found.hits.map(({ name, from, to, edit: cost }) => `${name.text} ${from}-${to} ${cost}`);
}

/** What the scan has to say of a stretch that it looked at: the name, if it is near enough. */
function verified(label: LabelText, name: IndexedName, from: number, to: number): string[] {
  const verifier = new Verifier(edit);
  verifier.begin(label);
  verifier.verify(name, from, to);
  return verifier.hits.map(({ edit: cost }) => `${name.text} ${from}-${to} ${cost}`);
}

const letters = fc.string({ unit: fc.constantFrom(...'abcdeiknoprstuvwx0135-'), maxLength: 4 });
const misread = misreadOf(NAMES, [...'ailnrtexz0135'], 3).map(([, read]) => read);
const text = fc
  .array(fc.oneof(misread, letters, fc.constantFrom('-', 'login')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('').slice(0, 40))
  .filter((label) => /[a-z0-9]/.test(label));

/** Ends of the parts between hyphens. */
function partsOf(label: LabelText): [from: number, to: number][] {
  const ends: number[] = [];
  for (let i = 0; i <= label.length; i++) if (label.bounds[i]) ends.push(i);
  return ends.slice(1).map((to, i) => [ends[i]!, to]);
}

describe('the scan of a label', () => {
  it('finds every stretch that looks like a name; up to four letters at an end of a part', () => {
    fc.assert(
      fc.property(text, (host) => {
        const label = labelOf(host);
        const found = scanned(label);
        for (const name of index.names) {
          const looks = [...name.codes].map((code) => VISUAL_CLASS[code]!);
          for (let from = 0; from + looks.length <= label.length; from++) {
            const to = from + looks.length;
            if (looks.some((look, i) => label.classes[from + i] !== look)) continue;
            if (looks.length < 5 && !label.bounds[from] && !label.bounds[to]) continue;
            expect(found).toEqual(expect.arrayContaining(verified(label, name, from, to)));
          }
        }
      }),
      { seed, numRuns: 1_000 },
    );
  });

  it('finds every part that two letters left out on either side make a name', () => {
    let heard = 0;
    fc.assert(
      fc.property(text, (host) => {
        const label = labelOf(host);
        const found = scanned(label);
        const whole: [number, number] = [0, label.length];
        for (const [from, to] of [...partsOf(label), whole]) {
          if (to - from < 6 || to - from > index.longestName + 3) continue;
          const symbols = [...label.classes.subarray(from, to)];
          const keys = new Set([...withDeletions(symbols, 2)].map(String));
          for (const { name, keys: own } of misspeltNames) {
            if (!own.some((key) => keys.has(key))) continue;
            const wanted = verified(label, name, from, to);
            heard += wanted.length;
            expect(found).toEqual(expect.arrayContaining(wanted));
          }
        }
      }),
      { seed, numRuns: 1_000 },
    );
    expect(heard).toBeGreaterThan(100);
  });

  it('finds every beginning and end of a part that one letter left out on either side makes a name', () => {
    let heard = 0;
    fc.assert(
      fc.property(text, (host) => {
        const label = labelOf(host);
        const all = scanned(label);
        for (const [start, end] of partsOf(label)) {
          if (end - start < 4) continue;
          const { length } = label;
          const most = index.longestName + 2;
          // The far end is never the one left out: without it the stretch is another.
          for (let to = start + 4; to <= Math.min(length, start + most); to++) expectHeard(start, to, to - 1);
          for (let from = end - 4; from >= Math.max(0, end - most); from--) expectHeard(from, end, from);
        }

        function expectHeard(from: number, to: number, far: number): void {
          const symbols = [...label.classes.subarray(from, to)];
          const keys = new Set([String(symbols)]);
          for (let at = from; at < to; at++)
            if (at !== far) keys.add(String(symbols.toSpliced(at - from, 1)));
          const wanted = misspeltNames.filter(({ keys: own }) => own.some((key) => keys.has(key)));
          for (const { name } of wanted) {
            const found = verified(label, name, from, to);
            heard += found.length;
            expect(all).toEqual(expect.arrayContaining(found));
          }
        }
      }),
      { seed, numRuns: 600 },
    );
    expect(heard).toBeGreaterThan(100);
  });

  it('goes by the index, which is the same each time', () => {
    const told = ({ names, byEnds, hanNames, ...tablesIn }: ExchangeIndex) => ({
      names: names.map(({ text }) => text),
      ends: [...byEnds.keys()].filter((key) => byEnds[key]),
      han: hanNames.length,
      ...tablesIn,
    });
    expect(told(newIndex())).toEqual(told(index));
  });

  it.each([
    ['binance', ['binance 0-7 0']],
    ['mybinancenow', ['binance 2-9 0']],
    ['okx-login', ['okx 0-3 0']],
    ['loginokx', ['okx 5-8 0']],
    ['xokxx', []],
    ['okexqq', ['okex 0-4 0']],
    ['xokexq', []],
    ['vvhitebit', ['whitebit 0-9 20']],
    ['bitstannp', ['bitstamp 0-9 20']],
    // Two letters that close up to one; a second reading.
    ['rnexc', ['mexc 0-5 20']],
    ['hłx', ['htx 0-3 2']],
    ['bliovnarnce', ['binance 0-11 160']],
    ['b', []],
    ['', []],
  ])('%s, among others: %j', (host, found) => {
    expect(scanned(labelOf(host))).toEqual(found.length ? expect.arrayContaining(found) : []);
  });
});
