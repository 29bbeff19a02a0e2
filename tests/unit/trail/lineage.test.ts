import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  DOCUMENT,
  DRAWINGS,
  drawnPart,
  richestStories,
  withDrawnPart,
} from '../../../cli/list/lineage/document.ts';
import { storyOf } from '../../../cli/list/lineage/story.ts';
import { drawSvg } from '../../../cli/list/lineage/svg.ts';
import { drawInTerminal } from '../../../cli/list/lineage/terminal.ts';
import { listedExchanges, readRecords } from '../../../cli/list/read-records.ts';
import type { DomainRecord, ExchangeRecord, LineageEdge } from '../../../utils/exchange/record.ts';
import { crossCheck } from '../../../utils/list/cross-check.ts';

const RECORDS = await listedExchanges();
const { issued } = await readRecords();
const YEAR = Number(issued.slice(0, 4));

const record = (
  id: string,
  domains: Partial<DomainRecord>[],
  lineage: Partial<LineageEdge>[] = [],
): ExchangeRecord => ({
  id,
  name: id,
  type: 'exchange',
  names_zh: [],
  aliases: [],
  domains: domains.map((row) => ({ domain: 'x.com', role: 'primary', source: 'src', ...row })),
  lineage: lineage.map((edge) => ({ from: '', to: '', kind: 'renaming', source: 'src', ...edge })),
  status: 'active',
  source: ['src'],
});
const reasons = (...records: ExchangeRecord[]) => crossCheck(records).map(({ reason }) => reason);

describe('the whole list', () => {
  test('every lineage is drawn: each name a lane, each edge an arrow and a line', () => {
    let drawn = 0;
    for (const one of RECORDS) {
      const story = storyOf(one, RECORDS);
      if (story.edges.length === 0) continue;
      const svg = drawSvg(story, YEAR);
      const terminal = drawInTerminal(story);
      expect(svg.match(/class="badge"/g)?.length, one.id).toBe(story.edges.length);
      for (const { from, to } of story.edges) {
        expect(svg).toContain(`>${from}</text>`);
        expect(svg).toContain(`>${to}</text>`);
        expect(terminal).toContain(`▶ ${to}`);
      }
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      drawn++;
    }
    expect(drawn).toBeGreaterThan(100);
  });

  test('the ten richest in docs/lineage.md are those of the list, as drawn', () => {
    const stories = richestStories(RECORDS);
    expect(stories).toHaveLength(10);
    const text = readFileSync(DOCUMENT, 'utf8');
    expect(withDrawnPart(text, drawnPart(stories)), 'npm run docs:lineage').toBe(text);
    for (const story of stories) {
      expect(readFileSync(`${DRAWINGS}/${story.id}.svg`, 'utf8'), story.id).toBe(drawSvg(story, YEAR));
    }
  });
});

describe('what lineage can say', () => {
  test.each([
    ['a brand that was split', 'okcoin.cn', 'okex.com'],
    ['a brand that was sold under a new name', 'bter.com', 'gate.io'],
  ])('%s: %s, %s', (_name, from, to) => {
    const edge = RECORDS.flatMap(({ lineage }) => lineage).find((one) => one.from === from && one.to === to);
    expect(edge).toBeDefined();
  });

  test('a brand split in two records, sold to a third', () => {
    const old = record('old', [{ domain: 'old.com', role: 'former' }]);
    const west = record(
      'west',
      [{ domain: 'west.com' }],
      [{ from: 'old.com', to: 'west.com', year: 2017, kind: 'customers moved' }],
    );
    const east = record(
      'east',
      [{ domain: 'east.com' }],
      [{ from: 'old.com', to: 'east.com', year: 2017, kind: 'successor' }],
    );
    const buyer = record(
      'buyer',
      [{ domain: 'buyer.com' }],
      [{ from: 'west.com', to: 'buyer.com', year: 2021, kind: 'takeover' }],
    );
    expect(reasons(old, west, east, buyer)).toEqual([]);
    const drawn = drawInTerminal(storyOf(west, [old, west, east, buyer]));
    expect(drawn).toContain('· old.com    of old');
    expect(drawn).toContain('west.com ──takeover──▶ buyer.com');
  });

  test('a name that another house uses today, in both records with a note', () => {
    const note = 'lapsed in 2019, taken by the other';
    const first = record('first', [
      {
        domain: 'name.com',
        role: 'former',
        until: '2019',
        note,
        domain_status: { state: 'repurposed', checked: '2026', source: 'src' },
      },
    ]);
    const second = record('second', [{ domain: 'name.com', from: '2021' }]);
    expect(reasons(first, second)).toEqual([]);
    expect(reasons(record('first', [{ domain: 'name.com' }]), second)).toEqual([
      "name.com is also first's; if both are right, say why in a note",
    ]);
    expect(drawInTerminal(storyOf(first, [first, second]))).toContain('repurposed 2026, also second');
    expect(drawSvg(storyOf(first, [first, second]), 2026)).toContain('also second');
  });

  test('a name that came back, with years; without them it is a fault', () => {
    const names = [{ domain: 'a.com', role: 'former' as const }, { domain: 'b.com' }];
    const back = (year: number | undefined) =>
      record('back', names, [
        { from: 'a.com', to: 'b.com', year: 2017 },
        { from: 'b.com', to: 'a.com', ...(year ? { year } : {}) },
      ]);
    expect(reasons(back(2022))).toEqual([]);
    expect(reasons(back(undefined))).toEqual(['lies on a circle and has no year']);
  });

  test('an end that no record has is a fault, at either end', () => {
    const edge = (from: string, to: string) => record('one', [{ domain: 'a.com' }], [{ from, to }]);
    expect(reasons(edge('a.com', 'gone.com'))).toEqual(['names gone.com, which no record has']);
    expect(reasons(edge('gone.com', 'a.com'))).toEqual(['names gone.com, which no record has']);
  });
});
