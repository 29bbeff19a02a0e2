import { expect, test } from 'vitest';
import { citation } from '../../../utils/verdict/citation.ts';

test.each([
  ['one source without a year', 'npm ccxt urls.www', 'npm ccxt urls.www', null],
  ['the later of two', 'a@1 (2020-06-22) x.rb; b@2 (2026-08-23) y.json', 'b@2 (2026-08-23) y.json', 2026],
  ['the later of two, named first', 'b (2026); a (2020)', 'b (2026)', 2026],
  ['of two of one year, the first', 'a (2024-03); b (2024-09)', 'a (2024-03)', 2024],
  ['one with a year before one without', 'a; b (2019)', 'b (2019)', 2019],
  ['one with a year, named first', 'b (2019); a', 'b (2019)', 2019],
  ['none with a year: the first', 'a; b', 'a', null],
  ['the latest year of a source', 'a (2016 to 2021, from 1999)', 'a (2016 to 2021, from 1999)', 2021],
  ['numbers that are no years', 'a 20201 x2020y 3020', 'a 20201 x2020y 3020', null],
  ['nothing between semicolons', ' ; a (2020) ;; ', 'a (2020)', 2020],
  ['nothing before a source without a year', '; a', 'a', null],
  ['nothing at all', '  ', '', null],
])('%s', (_what, source, cited, year) => {
  expect(citation(source)).toEqual({ source: cited, year });
});
