import { expect, it } from 'vitest';
import { isFirm } from '../../../utils/exchange/weakness.ts';
import { exchanges, matchOf } from './matcher.ts';

const rows = exchanges.flatMap(({ id, domains }) => domains.map((row) => ({ ...row, id })));

it("never takes an exchange's present name, or a host under it, for a lookalike", () => {
  const firm = rows.filter(isFirm).map((row) => row.host ?? row.domain);
  expect(firm.length).toBeGreaterThan(700);
  const wrong = firm.filter(
    (name) => matchOf(name) !== null || matchOf(`login.binance-wallet.${name}`) !== null,
  );
  expect(wrong).toEqual([]);
});

it('never takes a former or lapsed name for a lookalike of the exchange that had it', () => {
  const past = rows.filter((row) => !isFirm(row) && row.confidence === undefined);
  expect(past.length).toBeGreaterThan(50);
  const wrong = past.filter((row) => matchOf(row.host ?? row.domain)?.exchange === row.id);
  expect(wrong).toEqual([]);
});

it('is never sure about a name that somebody claims for an exchange', () => {
  const claimed = rows.filter((row) => row.confidence !== undefined);
  const sure = claimed.filter((row) => matchOf(row.host ?? row.domain)?.confidence === 'high');
  expect(claimed.length).toBeGreaterThan(100);
  expect(sure).toEqual([]);
});
