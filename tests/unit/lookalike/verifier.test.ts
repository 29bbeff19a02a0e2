import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditCost, TOO_DEAR } from '../../../utils/lookalike/edit-cost.ts';
import { Verifier } from '../../../utils/lookalike/verifier.ts';
import { indexed } from './indexed.ts';
import { labelOf, tables } from './label.ts';
import { misreadOf } from './misread.ts';

const edit = new EditCost(tables);

function verified(
  name: ReturnType<typeof indexed>,
  text: string,
  from = 0,
  to = labelOf(text).length,
): number | null {
  const verifier = new Verifier(edit);
  verifier.begin(labelOf(text));
  verifier.verify(name, from, to);
  return verifier.hits[0]?.edit ?? null;
}

describe('a stretch is a name', () => {
  it.each([
    ['binance', 'binance', 0],
    ['binance', 'bnance', 44],
    ['binance', 'xbinance', 68],
    // Dearer than a name of its length may be.
    ['bybit', 'bybiwt', null],
    ['bybit', 'bybt', 44],
    ['binance', 'qwertzu', null],
  ])('%s whole, as %s: %s', (name, text, cost) => {
    expect(verified(indexed(name), text)).toBe(cost);
  });

  it('beside other letters, where it is slight', () => {
    expect(verified(indexed('binance'), 'mybnancenow', 2, 8)).toBe(44);
    expect(verified(indexed('binance'), 'my-inance-now', 2, 8)).toBe(64);
    expect(verified(indexed('binance'), 'myxbinancenow', 2, 10)).toBeNull();
    expect(verified(indexed('binance'), 'my-xbinance-now', 2, 10)).toBe(68);
    // Of five letters hardly at all.
    expect(verified(indexed('bybit'), 'mybybbitnow', 2, 8)).toBe(28);
    expect(verified(indexed('bybit'), 'mybybiitnow', 2, 8)).toBe(28);
    expect(verified(indexed('bybit'), 'mybybritnow', 2, 8)).toBeNull();
    expect(verified(indexed('bybit'), 'bybritnow', 0, 6)).toBeNull();
    expect(verified(indexed('bybit'), 'mybybrit', 2, 8)).toBeNull();
    expect(verified(indexed('bybit'), 'my-bybrit-now', 2, 8)).toBe(32);
  });

  it('of a lesser known exchange whole alone, where it is misspelt', () => {
    const known = indexed('bitflyer', { tier: 2 });
    expect(verified(known, 'bitflyerr')).toBe(28);
    expect(verified(known, 'my-bitflyerr', 2, 11)).toBeNull();
    expect(verified(known, 'my-bitflyer', 2, 10)).toBe(0);
    expect(verified(known, 'qqbitflyerrqq', 2, 11)).toBeNull();
    expect(verified(indexed('okx', { tier: 1 }), 'okx')).toBe(0);
    expect(verified(indexed('okx', { tier: 1 }), 'myokx', 2, 5)).toBeNull();
    expect(verified(indexed('okx'), 'myokx', 2, 5)).toBe(0);
  });

  it('with a letter of another script, whatever edits it bears', () => {
    expect(verified(indexed('bitcoin'), 'bіtcoin')).toBe(2);
    expect(verified(indexed('bitcoin'), 'bitcoln')).toBeNull();
  });
});

const misread = misreadOf(['binance', 'coinbase', 'bybit', 'bitstamp', 'kucoin'], [...'abcinrmtlo01'], 3);

it('is refused before it is measured only where it would be then', () => {
  fc.assert(
    fc.property(misread, ([text, read]) => {
      const name = indexed(text);
      const label = labelOf(read);
      const cost = edit.measure(name.codes, label, 0, label.length, name.cap);
      expect(verified(name, read)).toBe(cost === TOO_DEAR ? null : cost);
    }),
    { seed: 20261201, numRuns: 1_000 },
  );
});

describe('what was found in a label', () => {
  const name = indexed('binance');

  it('holds each stretch once, and is forgotten for the next', () => {
    const verifier = new Verifier(edit);
    const label = labelOf('binance-binance');
    verifier.begin(label);
    verifier.verify(name, 0, 7);
    verifier.verify(name, 0, 7);
    verifier.verify(name, 7, 14);
    expect(verifier.hits.map(({ from, to }) => [from, to])).toEqual([
      [0, 7],
      [7, 14],
    ]);
    verifier.begin(label);
    expect(verifier.hits).toEqual([]);
    verifier.verify(name, 0, 7);
    expect(verifier.hits).toHaveLength(1);
  });

  it('is 32 at most', () => {
    const verifier = new Verifier(edit);
    verifier.begin(labelOf('okx'.repeat(80)));
    for (let at = 0; at < 120; at += 3) verifier.verify(indexed('okx'), at, at + 3);
    expect(verifier.hits).toHaveLength(32);
    for (let at = 0; at < 9; at += 3) verifier.add(name, at, at + 3);
    expect(verifier.hits).toHaveLength(32);
  });

  it('may be a name found by other means', () => {
    const verifier = new Verifier(edit);
    verifier.begin(labelOf('币安'));
    verifier.add(name, 0, 2);
    expect(verifier.hits).toEqual([{ name, from: 0, to: 2, edit: 0 }]);
  });

  it('is looked for in 96 stretches', () => {
    const verifier = new Verifier(edit);
    const label = labelOf(`${'q'.repeat(200)}-binance`);
    const last = (tries: number) => {
      verifier.begin(label);
      for (let at = 0; at < tries; at++) verifier.verify(name, at, at + 7);
      verifier.verify(name, 200, 207);
      return verifier.hits.length;
    };
    expect([last(95), last(96)]).toEqual([1, 0]);
  });
});
