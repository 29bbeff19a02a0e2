import { describe, expect, it } from 'vitest';
import { isPartialDate, packDate, unpackDate } from '../../../utils/list/partial-date.ts';

it.each([
  ['2017', true],
  ['2017-08', true],
  ['2017-08-30', true],
  ['2017-01', true],
  ['2017-12', true],
  ['2017-12-31', true],
  ['2017-08-01', true],
  ['2020-02-29', true],
  ['2019-02-29', false],
  ['2017-02-30', false],
  ['2017-04-31', false],
  ['2017-00', false],
  ['2017-13', false],
  ['2017-08-00', false],
  ['2017-08-32', false],
  ['2017-8', false],
  ['17', false],
  ['20170', false],
  ['2017-08-30T00:00:00Z', false],
  [' 2017', false],
  ['', false],
  ['today', false],
])('%j is a date as precise as its source: %s', (text, is) => {
  expect(isPartialDate(text)).toBe(is);
});

describe('sixteen bits hold', () => {
  it('every date of 2000 to 2156, each as another number, and give it back', () => {
    const seen = new Set<number>();
    const two = (n: number) => String(n).padStart(2, '0');
    for (let year = 2000; year <= 2156; year++) {
      const dates = [String(year)];
      for (let month = 1; month <= 12; month++) {
        dates.push(`${year}-${two(month)}`);
        const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
        for (let day = 1; day <= days; day++) dates.push(`${year}-${two(month)}-${two(day)}`);
      }
      for (const date of dates) {
        const packed = packDate(date);
        if (unpackDate(packed) !== date || packed < 1 || packed > 0xffff) expect(packed).toBe(date);
        seen.add(packed);
      }
    }
    expect(seen.size).toBe(157 * 13 + 57_344);
  });

  it('no date as 0', () => {
    expect(packDate(null)).toBe(0);
    expect(unpackDate(0)).toBeNull();
  });

  it('and every other number packs none', () => {
    let none = 0;
    for (let packed = 0; packed <= 0xffff; packed++) if (unpackDate(packed) === undefined) none++;
    expect(none).toBe(0x10000 - 1 - (157 * 13 + 57_344));
  });

  // January 2157, and the second day of no month.
  it.each([32 * 13 * 157 + 1, 32 * 13 * 20 + 3])('%i packs none', (packed) => {
    expect(unpackDate(packed)).toBeUndefined();
  });

  it.each(['1999', '1999-12-31', '2157', '2017-13', '2017-02-30', 'today', ''])('%j not at all', (date) => {
    expect(() => packDate(date)).toThrow(new RangeError(`no date: ${date}`));
  });
});
