// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { History } from '../../../components/history/history.tsx';
import { bundles, numbersOf } from '../../../components/lineage/bundles.ts';
import { firstYear, lanesOf } from '../../../components/lineage/lanes.ts';
import { arrowsOf, linksOf } from '../../../components/lineage/links.ts';
import { timeScale } from '../../../components/lineage/time-scale.ts';
import { courseOf } from '../../../components/popup/course.tsx';
import { HUOBI_LINEAGE, OKX_LINEAGE } from '../../e2e/gallery/findings.ts';
import { historyPort, LINEAGE, manyDomains, nothing } from '../../e2e/gallery/history-port.ts';
import { show, textOf } from './show.tsx';

describe('the course of a name', () => {
  const names = (lineage: typeof OKX_LINEAGE, name: string) =>
    courseOf(lineage, name).map((stop) => (stop.here ? `(${stop.name})` : stop.name));

  test.each([
    ['okcoin.cn', ['(okcoin.cn)', 'okex.com', 'okx.com']],
    ['okx.com', ['okcoin.cn', 'okex.com', '(okx.com)']],
    ['okx.cab', ['okcoin.cn', 'okex.com', 'okx.com']],
  ])('%s', (name, course) => {
    expect(names(OKX_LINEAGE, name)).toEqual(course);
  });

  test('a name that came back stands twice, each step once', () => {
    expect(names(HUOBI_LINEAGE, 'htx.com')).toEqual(['huobi.pro', 'hbg.com', 'huobi.com', '(htx.com)']);
    expect(names(HUOBI_LINEAGE, 'huobi.pro')).toEqual(['(huobi.pro)', 'hbg.com', 'huobi.com', 'htx.com']);
  });

  test('mirrors and takeovers say nothing of one name becoming the other', () => {
    const [first] = OKX_LINEAGE;
    if (first === undefined) throw new Error('no edge');
    expect(names([{ ...first, kind: 'mirror' }], 'okex.com')).toEqual(['(okex.com)']);
  });

  test('a circle of years ends', () => {
    const [first] = OKX_LINEAGE;
    if (first === undefined) throw new Error('no edge');
    const circle = [
      { ...first, from: 'a', to: 'b', year: 2020 },
      { ...first, from: 'b', to: 'a', year: 2020 },
    ];
    expect(courseOf(circle, 'a').length).toBeLessThanOrEqual(4);
  });
});

describe('lanes', () => {
  const lanes = lanesOf(LINEAGE);

  test('what it was and is called first, then what else, then the unproven, then candidates', () => {
    expect(lanes.map((lane) => lane.name)).toEqual([
      'okcoin.cn',
      'okex.com',
      'okx.com',
      'okex.me',
      'okx.cab',
      'okx.ac',
      'okex.cn',
      'ouyicn.group',
      'ou-yi-global.example',
    ]);
    expect(lanes.map((lane) => lane.style).slice(-2)).toEqual(['claimed', 'candidate']);
  });

  test('a domain without dates claims none', () => {
    expect(lanes.find((lane) => lane.name === 'okex.cn')).toMatchObject({
      from: null,
      until: null,
      lastSeen: null,
    });
  });

  test('arrows only between lanes, and only where a time is known', () => {
    const links = linksOf(LINEAGE);
    expect(links).toHaveLength(6);
    expect(arrowsOf(links, lanes).map((arrow) => arrow.link.to)).toEqual([
      'okex.com',
      'okx.com',
      'okex.me',
      'okx.cab',
      'ou-yi-global.example',
    ]);
  });

  test('sixty domains are sixty lanes', () => {
    expect(lanesOf(manyDomains(60))).toHaveLength(60);
  });
});

test.each([
  [[4], '4'],
  [[2, 3, 4], '2-4'],
  [[2, 9], '2, 9'],
  [[2, 5, 7, 15], '2…15'],
])('arrows that share a stem are numbered %j', (numbers, text) => {
  expect(numbersOf(numbers)).toBe(text);
});

test('arrows of one lane and one time share a stem, others do not', () => {
  const links = linksOf(manyDomains(60));
  const found = bundles(arrowsOf(links, lanesOf(manyDomains(60))), timeScale(2014, '2026-11-22', 90));
  expect(found.flat()).toHaveLength(15);
  expect(found).toHaveLength(4);
});

describe('the scale', () => {
  const scale = timeScale(firstYear(LINEAGE), '2026-11-22', 90);
  test('later is further right, up to the end of the years', () => {
    expect(scale.byYear('2017')).toBeLessThan(scale.byYear('2017-07'));
    expect(scale.byYear('2017-07')).toBeLessThan(scale.byYear('2017-07-20'));
    expect(scale.byYear('2099')).toBe(scale.yearsEnd);
    expect(scale.years[0]?.year).toBe(2013);
  });
  test('the close-up holds its days and no others', () => {
    expect(scale.close('2026-08-01T00:00:00Z')).toBeNull();
    expect(scale.close('2026-11-22T12:00:00Z')).toBeGreaterThan(scale.closeUp);
    expect(scale.close('not a date')).toBeNull();
    expect(scale.months.map((one) => one.month)).toEqual(['2026-09', '2026-10', '2026-11']);
  });
});

describe('the view', () => {
  const draw = (exchange: string | null) =>
    show(
      <History
        port={historyPort(9)}
        route={{ view: 'by-exchange', exchange }}
        onRoute={nothing}
        optionsUrl="#"
      />,
    );

  test('tables say what the drawing shows', async () => {
    const said = textOf(await draw('okx'));
    expect(said).toContain('okcoin.cn → okex.com, renaming');
    expect(said).toContain('seen here: a redirect');
    expect(said).toContain('Somebody claims that this is its address');
  });

  test('an exchange that the list does not hold is told', async () => {
    expect(textOf(await draw('binance'))).toContain('The list in use does not hold this exchange.');
  });
});
