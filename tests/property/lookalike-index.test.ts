import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildTables, readWeights } from '../../cli/lookalike/build-tables.ts';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { LookalikeDataError } from '../../utils/lookalike/container.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import { exchange } from '../unit/list/sample-list.ts';

const tables = buildTables(readWeights()).buffer;
const records = ['okx', 'binance', 'bitstamp', 'whitebit'].map((id) => exchange(id, [`${id}.com`]));
const sound = buildLookalikeIndex(records, { date: '', sources: [], hosts: { okx: 9, binance: 90 } });
const hosts = [
  'okx.com',
  '0kx.com',
  'bnance-login.top',
  'mybitstarnp.xyz',
  'whitebit.login.example',
  'a.com',
].map((text) => {
  const host = parseHost(text);
  if (isBadHost(host)) throw new Error(`${text}: ${host.fault}`);
  return host;
});

it('an index with bytes that are others is refused by name, or serves', () => {
  const cuts = fc.oneof(
    { weight: 4, arbitrary: fc.constant(sound.length) },
    { weight: 1, arbitrary: fc.nat(sound.length) },
  );
  const ends = { refused: 0, serves: 0 };
  const place = fc.oneof(
    { weight: 5, arbitrary: fc.nat(sound.length - 1) },
    { weight: 1, arbitrary: fc.nat(2_000) },
  );
  const change = fc.tuple(place, fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x22, 0x2c, 0x7b, 0xff)));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), cuts, (changes, cut) => {
      const bytes = sound.slice(0, cut);
      for (const [at, value] of changes) bytes[at] = value;
      try {
        const matcher = openLookalike(tables, bytes.buffer);
        for (const host of hosts) matcher.match(host);
        ends.serves++;
      } catch (error) {
        expect(error).toBeInstanceOf(LookalikeDataError);
        ends.refused++;
      }
    }),
    { seed: 20261201, numRuns: 300 },
  );
  expect(Math.min(ends.refused, ends.serves)).toBeGreaterThan(40);
});
