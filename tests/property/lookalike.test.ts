import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTables, readWeights } from '../../cli/lookalike/build-tables.ts';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { skeletonOf } from '../../utils/domain/skeleton.ts';
import { isFirm } from '../../utils/exchange/weakness.ts';
import { readTables } from '../../utils/lookalike/tables.ts';
import { exchanges, matcher } from '../unit/lookalike/matcher.ts';

const seed = 20261123;
/** `FUZZ_HOSTS=1000000 npx vitest run tests/property/lookalike.test.ts` runs the long form. */
const FUZZ_HOSTS = Number(process.env.FUZZ_HOSTS ?? 5_000);
const { confusables } = readTables(buildTables(readWeights()).buffer);

const names = [
  'binance',
  'coinbase',
  'okx',
  'kraken',
  'huobi',
  'kucoin',
  'bitget',
  'gate',
  'ouyi',
  'bian',
  '欧易',
  '币安',
];
const words = [
  'login',
  'wallet',
  'vip',
  'com',
  'io',
  'www',
  'cn',
  '官网',
  '下载',
  'rn',
  'vv',
  'cl',
  'xn--',
  'airdrop',
  '2fa',
];
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-ıіοаеսßłþæ易币０ｂ\u0301\u200d';
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  { weight: 2, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }) },
);
const label = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .chain((pieces) => fc.constantFrom('', '-').map((joint) => pieces.join(joint)));
const suffix = fc.constantFrom(
  'com',
  'top',
  'co.uk',
  'pages.dev',
  'io',
  'xyz',
  'com.cn',
  '公司',
  'example',
  'gov',
);
const hostText = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 4 }), suffix)
  .map(([labels, end]) => `${labels.join('.')}.${end}`);

describe('lookalikes', () => {
  it('judges any host without an exception, marks inside it, score within bounds, the same twice', () => {
    let judged = 0;
    let matched = 0;
    fc.assert(
      fc.property(hostText, (text) => {
        const host = parseHost(text);
        if (isBadHost(host)) return;
        judged++;
        const match = matcher.match(host);
        if (!match) return;
        matched++;
        expect(match.score).toBeGreaterThan(0);
        expect(match.score).toBeLessThanOrEqual(1);
        expect(match.techniques.length).toBeGreaterThan(0);
        let before = 0;
        for (const { start, end, kind } of match.marks) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeLessThanOrEqual(host.unicode.length);
          expect(end - start > 0).toBe(kind !== 'missing');
          before = start;
        }
        expect(matcher.match(host)).toEqual(match);
      }),
      { seed, numRuns: FUZZ_HOSTS },
    );
    expect(judged).toBeGreaterThan(FUZZ_HOSTS / 4);
    expect(matched).toBeGreaterThan(FUZZ_HOSTS / 50);
  }, 3_600_000);

  it('is the same in upper case, with a trailing dot, in punycode and in Unicode', () => {
    let matched = 0;
    fc.assert(
      fc.property(hostText, (text) => {
        const host = parseHost(text);
        if (isBadHost(host)) return;
        const match = matcher.match(host);
        if (match) matched++;
        for (const spelling of [host.ascii, host.ascii.toUpperCase(), `${host.ascii}.`, host.unicode]) {
          const again = parseHost(spelling);
          if (!isBadHost(again)) expect(matcher.match(again)).toEqual(match);
        }
      }),
      { seed, numRuns: 2_000 },
    );
    expect(matched).toBeGreaterThan(50);
  });

  it("never matches a host under an exchange's present name", () => {
    const own = exchanges.flatMap(({ domains }) =>
      domains.filter(isFirm).map((row) => row.host ?? row.domain),
    );
    fc.assert(
      fc.property(fc.constantFrom(...own), fc.array(label, { maxLength: 2 }), (name, labels) => {
        const host = parseHost([...labels, name].join('.'));
        if (!isBadHost(host) && host.ascii.endsWith(name)) expect(matcher.match(host)).toBeNull();
      }),
      { seed, numRuns: 3_000 },
    );
  });
});

describe('skeleton', () => {
  it('is idempotent', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(text, (value) => {
        const once = skeletonOf(value, confusables);
        expect(skeletonOf(once, confusables)).toBe(once);
      }),
      { seed, numRuns: 5_000 },
    );
  });

  it('maps every code point of the table to a text of fixed points', () => {
    for (const point of confusables.points) {
      const once = skeletonOf(String.fromCodePoint(point), confusables);
      expect(skeletonOf(once, confusables)).toBe(once);
    }
  });
});
