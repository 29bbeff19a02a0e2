import { beforeAll, describe, expect, test } from 'vitest';
import { readRecords } from '../../../cli/list/read-records.ts';
import { hostLine, type Judge } from '../../../cli/scan/host-line.ts';
import { openJudge } from '../../../cli/scan/judge.ts';

describe("scan hosts over the list's own names", () => {
  let judge: Judge;
  const rows: { name: string; id: string; alone: boolean }[] = [];
  beforeAll(async () => {
    judge = await openJudge({ reported: true });
    for (const { id, domains } of (await readRecords()).exchanges) {
      for (const { domain, host, imitated_only } of domains) {
        if (!imitated_only) rows.push({ name: host ?? domain, id, alone: host !== undefined });
      }
    }
  });
  const scan = (host: string) => JSON.parse(hostLine(host, judge));

  test.each([
    ['', () => true],
    ['www.', (row: { alone: boolean }) => !row.alone],
    ['a.b.', (row: { alone: boolean }) => !row.alone],
  ])('every one is listed as its exchange’s, under %j', (under, speaksFor) => {
    const asked = rows.filter(speaksFor);
    const wrong = asked
      .map(({ name, id }) => ({ ...scan(`${under}${name}`), id, name }))
      .filter(({ verdict, exchange, name }) => {
        const ids = rows.filter((row) => row.name === name).map((row) => row.id);
        return verdict !== 'listed' || !ids.includes(exchange);
      });
    expect(wrong).toEqual([]);
    expect(asked.length).toBeGreaterThan(1_000);
  });

  test('a row that names one host says nothing of its domain or of other hosts there', () => {
    const hosts = rows.filter((row) => row.alone);
    for (const { name, id } of hosts) {
      expect(scan(name)).toMatchObject({ verdict: 'listed', exchange: id });
      expect(scan(`other.${name}`)).not.toMatchObject({ verdict: 'listed', exchange: id });
    }
    expect(scan('www.revolut.com')).toMatchObject({ verdict: 'none', exchange: null });
    expect(hosts.length).toBeGreaterThan(5);
  });
});
