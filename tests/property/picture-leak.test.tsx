// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { standaloneSvg } from '../../components/drawing/standalone.ts';
import { FlagsADay } from '../../components/history/flags-a-day.tsx';
import { firstYear, lanesOf } from '../../components/lineage/lanes.ts';
import { LineagePicture } from '../../components/lineage/lineage-picture.tsx';
import { arrowsOf, linksOf } from '../../components/lineage/links.ts';
import { timeScale } from '../../components/lineage/time-scale.ts';
import type { CandidateName } from '../../components/models/lineage.ts';
import { reportText } from '../../components/report/report-text.ts';
import { byDay } from '../../entrypoints/background/lineage-sightings.ts';
import type { SuccessionEdge } from '../../utils/history/flag.ts';
import { restoreFindings } from '../../utils/history/restore-findings.ts';
import { historyPort, LINEAGE } from '../e2e/gallery/history-port.ts';
import { CARRIERS, type Carrier, markedFlag } from '../fixtures/export/marked-flag.ts';
import { show, translator } from '../unit/components/show.tsx';

/** 10,000 in the long form: npm run leaks. */
const FLAGS = Number(process.env.ENSIGN_LEAK_FLAGS ?? 2000);
const IN_ONE_PICTURE = 500;
const MARKED = fc.sample(markedFlag, { seed: 23, numRuns: FLAGS });
/** Looked for all at once: ten thousand searches through the text would take most of the test's time. */
const IDS = new Set(MARKED.map(({ flag }) => flag.flag_id));
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
/** The first letters of a marker tell its carrier; a name that is cut short still begins with them. */
const PREFIX = 10;

/** Carriers, other than those allowed, of which something stands in a text. */
function leaked(text: string, allowed: Carrier[]): string[] {
  const lower = text.toLowerCase();
  const ids = lower.match(UUID) ?? [];
  return CARRIERS.filter((carrier) => {
    if (allowed.includes(carrier)) return false;
    if (carrier === 'flagId') return ids.some((id) => IDS.has(id));
    return lower.includes(prefixOf(carrier));
  });
}

function prefixOf(carrier: Carrier): string {
  const marker = MARKED.flatMap(({ markers }) => markers[carrier])[0];
  if (marker === undefined) throw new Error(`no flag carries ${carrier}`);
  return marker.slice(0, PREFIX);
}

it('the text of a report names host and findings, and nothing else of the visit', {
  timeout: 300_000,
}, () => {
  const nameOf = (id: string) => ({ id, name: id, nameZh: null, type: 'exchange' as const });
  const list = { version: 7, issued: '2026-11-20' };
  const texts = MARKED.map(({ flag }) => {
    const host = flag.host_unicode;
    return (['en', 'zh_CN', 'zh_TW'] as const).map((language) =>
      reportText({ host, findings: restoreFindings(flag, nameOf), list }, translator(language)),
    );
  });
  const all = texts.flat().join('\n');
  expect(leaked(all, ['registrable', 'subdomain', 'targetSubdomain'])).toEqual([]);
  const { flag, markers } = MARKED[0]!;
  expect(texts[0]![0]).toContain(markers.registrable[0]);
  expect(all).not.toContain(flag.observed_at);
});

/** A candidate as the background tells it, its evidence included. */
function candidateOf({
  from,
  to,
  kind,
  first_seen,
  last_seen,
  times,
  evidence,
}: SuccessionEdge): CandidateName {
  const [seen, lastSeen] = [first_seen.slice(0, 10), last_seen.slice(0, 10)];
  const one = { domain: to, from, evidence: kind, seen, lastSeen, times, lines: evidence };
  return { domain: to, standing: 'open', doubts: [], decision: null, seen: [one] };
}

it('a drawing shows domains and days, and nothing else of the visits', { timeout: 300_000 }, async () => {
  let drawn = '';
  for (let from = 0; from < FLAGS; from += IN_ONE_PICTURE) {
    const some = MARKED.slice(from, from + IN_ONE_PICTURE);
    const visits = byDay(
      some.map(({ flag }) => ({ domain: flag.registrable_domain ?? flag.host, at: flag.observed_at })),
    );
    for (const { at } of visits) expect(at).toMatch(/T12:00:00\.000Z$/);
    const candidates = some.slice(0, 20).map(({ edge }) => candidateOf(edge));
    const model = { ...LINEAGE, visits, candidates };
    const lanes = lanesOf(model);
    const root = await show(
      <LineagePicture
        title="drawing"
        today="2026-12-31"
        lanes={lanes}
        arrows={arrowsOf(linksOf(model), lanes)}
        scale={timeScale(firstYear(model), '2026-12-31', 1100)}
      />,
    );
    drawn += standaloneSvg(root.querySelector('svg')!);
  }
  expect(leaked(drawn, ['registrable', 'subdomain', 'edgeSubdomain'])).toEqual([]);
  expect(drawn).not.toMatch(/T\d\d:\d\d/);
  expect(drawn).toContain(prefixOf('subdomain'));
});

it('the chart of a day shows counts alone', async () => {
  const daily = [{ day: '2026-11-20', checked: 7, flagged: 2, byKind: { listed: 2 } }];
  const root = await show(<FlagsADay daily={daily} port={historyPort(1)} />);
  expect(standaloneSvg(root.querySelector('svg')!)).not.toMatch(/mk[a-z]{24}|T\d\d:\d\d/);
});
