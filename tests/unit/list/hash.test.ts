import { expect, test } from 'vitest';
import { hashName } from '../../../utils/list/hash.ts';

/** Fixed for good: a change here breaks every published list. */
const VECTORS: [string, string][] = [
  ['', '5062a593e4162089'],
  ['a', '6242e3f693471de2'],
  ['com', 'c321461a00e3e318'],
  ['okx.com', 'dc764a312c383755'],
  ['www.okx.com', 'f9a3616c6fb70aea'],
  ['binance.com', '4f3e643683297470'],
  ['huobi.pro', '1c35234e9360c452'],
  ['xn--7hvx6i.com', '98a69551e0d44b3c'],
  ['a'.repeat(253), 'e2daa016b7103b5e'],
];

test.each(VECTORS)('%j => %s', (name, hex) => {
  expect(hex64(name)).toBe(hex);
});

test('300,000 names of few letters and 100,000 of one shape meet nowhere', () => {
  const seen = new Set<string>();
  let count = 0;
  for (let i = 0; i < 300_000; i++, count++) seen.add(hex64(`${i.toString(2)}.com`));
  for (let i = 0; i < 100_000; i++, count++) seen.add(hex64(`okx-${i}.com`));
  expect(seen.size).toBe(count);
});

test('every bit of both lanes is set in about half of the hashes', () => {
  const counts = new Array<number>(64).fill(0);
  const total = 20_000;
  for (let i = 0; i < total; i++) {
    const lanes = hashName(`name${i}.example`);
    for (let bit = 0; bit < 64; bit++) counts[bit]! += (lanes[bit >> 5]! >>> (bit & 31)) & 1;
  }
  for (const count of counts) expect(Math.abs(count / total - 0.5)).toBeLessThan(0.02);
});

function hex64(name: string): string {
  return hashName(name)
    .map((lane) => lane.toString(16).padStart(8, '0'))
    .join('');
}
