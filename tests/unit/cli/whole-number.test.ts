import { describe, expect, test } from 'vitest';
import { CommandFailure } from '../../../cli/outcome.ts';
import { wholeNumber } from '../../../cli/whole-number.ts';

describe('the whole number of an option', () => {
  test.each([
    ['1', {}, 1],
    ['07', {}, 7],
    ['0', { from: 0, to: 65_535 }, 0],
    ['65535', { from: 0, to: 65_535 }, 65_535],
  ])('%s within %j is %d', (text, bounds, number) => {
    expect(wholeNumber(text, '--port', bounds)).toBe(number);
  });

  test.each([
    ['0', {}],
    ['65536', { from: 0, to: 65_535 }],
    ['-1', { from: 0 }],
    ['', { from: 0 }],
    ['abc', {}],
    ['1.5', {}],
    ['1e3', {}],
    ['9007199254740993', {}],
  ])('%j within %j is none', (text, bounds) => {
    expect(() => wholeNumber(text, '--port', bounds)).toThrow(CommandFailure);
    expect(() => wholeNumber(text, '--port', bounds)).toThrow('--port wants a whole number from');
  });
});
