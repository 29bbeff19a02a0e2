import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, type Format, writerOf } from '../../utils/export/formats.ts';
import { atLeast, type ExportOptions, LEVELS, TIMES } from '../../utils/export/options.ts';
import { prepareExport } from '../../utils/export/prepare.ts';
import { composed } from '../../utils/history/edge-parts.ts';
import type { StoredFlag, SuccessionEdge } from '../../utils/history/flag.ts';
import { CARRIERS, COUNTED, markedFlag } from '../fixtures/export/marked-flag.ts';
import { bytesOf, exportRequest, memorySource } from '../fixtures/export/memory-source.ts';
import { readableText } from '../fixtures/export/readable-text.ts';

const FLAGS_EACH = 53;
const COMBINATIONS: ExportOptions[] = LEVELS.flatMap((level) =>
  [false, true].flatMap((query) =>
    [false, true].flatMap((title) =>
      TIMES.flatMap((time) =>
        (['kept', 'new'] as const).flatMap((flag_ids) =>
          [null, { study_id: 'a study', participant_id: 'someone' }].map((study) => ({
            level,
            query,
            title,
            time,
            flag_ids,
            study,
          })),
        ),
      ),
    ),
  ),
);

/** What an edge rests on, and the title where it stands among what was matched. */
const EVIDENCE_CARRIERS = [
  'wayPath',
  'wayQuery',
  'wayFragment',
  'wayUser',
  'linkText',
  'linkQuery',
  'linkFragment',
  'placeTitle',
  'signalTitle',
  'findingTitle',
] as const;
const EVERY_CARRIER = [...CARRIERS, ...EVIDENCE_CARRIERS];
type EveryCarrier = (typeof EVERY_CARRIER)[number];

/** A title as a brand claim keeps it, in the places that may hold it word for word. */
const CLAIM_PLACES = ['title', 'site-name', 'heading', 'logo', 'copyright'];

/** A marked flag that also presents itself as an exchange, and its edge with all that such a page and its way leave. */
const everywhereMarked = markedFlag.map(({ flag, edge, markers, ...beside }) => {
  const own = markers.registrable[0]!.slice(-12);
  const more = Object.fromEntries(EVIDENCE_CARRIERS.map((carrier) => [carrier, [] as string[]]));
  const mark = (carrier: (typeof EVIDENCE_CARRIERS)[number], place: string) => {
    const marker = `mk${`${carrier}${place}`.toLowerCase().slice(-12).padStart(12, 'q')}${own}`;
    more[carrier]!.push(marker);
    return marker;
  };
  const step = (host: string, n: string) =>
    `https://${mark('wayUser', n)}@${host}/${mark('wayPath', n)}?q=${mark('wayQuery', n)}#${mark('wayFragment', n)}`;
  const said = (carrier: 'placeTitle' | 'signalTitle' | 'findingTitle') =>
    CLAIM_PLACES.map((place, n) => ({
      id: `claims-${place}`,
      words: `欧易 > OKX:\n${mark(carrier, 'abcde'[n]!)}`,
    }));
  const claim: StoredFlag['findings'][number] = {
    kind: 'brandClaim',
    exchange: 'okx',
    target: null,
    techniques: [],
    matched_rule: 'brand claim',
    evidence: said('findingTitle').map(({ id, words }) => `${id}: ${words}`),
  };
  const signals = said('signalTitle').map(({ id, words }) => ({ id, version: 1, value: words, weight: 0 }));
  const marked: StoredFlag = {
    ...flag,
    findings: [...flag.findings, claim],
    signals: [...flag.signals, ...signals],
  };
  const evidence = [
    'by: server',
    `way: ${step('okex.com', 'a')} > ${step('m.okex.com', 'b')} > ${step(flag.host, 'c')}`,
    `words: 官网${mark('linkText', 'a')}.com/?q=${mark('linkQuery', 'a')} 注册`,
    `words: www.okx.cab/${mark('linkText', 'b')}#${mark('linkFragment', 'b')}`,
    ...markers.edgeEvidence.map((marker) => `words: ${marker}`),
    ...said('placeTitle').map(({ id, words }) => `place: ${id} ${words}`),
  ];
  const markedEdge: SuccessionEdge = { ...edge, evidence };
  const all = { ...markers, ...more } as Record<EveryCarrier, string[]>;
  return { ...beside, flag: marked, edge: markedEdge, markers: all };
});
type EverywhereMarked = typeof everywhereMarked extends fc.Arbitrary<infer Marked> ? Marked : never;

/** What the options let out; everything else must be nowhere. */
const ALLOWED: Record<EveryCarrier, (options: ExportOptions) => boolean> = {
  registrable: () => true,
  subdomain: ({ level }) => level !== 'domain',
  path: ({ level }) => atLeast(level, 'path'),
  query: ({ level, query }) => level === 'full' && query,
  fragment: () => false,
  credentials: () => false,
  title: ({ title }) => title,
  language: ({ level }) => atLeast(level, 'path'),
  words: ({ level }) => atLeast(level, 'path'),
  referrerDomain: ({ level }) => level !== 'domain',
  referrerSubdomain: ({ level }) => atLeast(level, 'path'),
  targetSubdomain: ({ level }) => level !== 'domain',
  session: () => false,
  flagId: ({ flag_ids }) => flag_ids === 'kept',
  study: () => false,
  local: () => false,
  edgeSubdomain: ({ level }) => level !== 'domain',
  edgeEvidence: ({ level }) => atLeast(level, 'path'),
  edgeId: () => false,
  dailyRow: () => false,
  coverageRow: () => false,
  wayPath: ({ level }) => atLeast(level, 'path'),
  wayQuery: ({ level, query }) => level === 'full' && query,
  wayFragment: () => false,
  wayUser: () => false,
  linkText: ({ level }) => atLeast(level, 'path'),
  linkQuery: ({ level, query }) => level === 'full' && query,
  linkFragment: () => false,
  placeTitle: ({ level, title }) => atLeast(level, 'path') && title,
  signalTitle: ({ level, title }) => atLeast(level, 'path') && title,
  findingTitle: ({ level, title }) => atLeast(level, 'path') && title,
};

/** The carriers that no format but the Data Package holds. */
const BESIDE = new Set<EveryCarrier>([
  'edgeSubdomain',
  'edgeEvidence',
  'wayPath',
  'wayQuery',
  'linkText',
  'linkQuery',
  'placeTitle',
]);
/** Columns that STIX has no place for. */
const NOT_IN_STIX = new Set<EveryCarrier>([...BESIDE, 'language']);

describe('nothing that the options leave out is in any byte', () => {
  it.each(FORMATS)('%s', { timeout: 300_000 }, async (format) => {
    for (const exported of CASES) await check(format, exported);
  });
});

/** Every third export is made for somebody who joined a study then; nothing older comes along. */
const JOINED = '2025-01-15T12:34:56.789Z';
const CASES = COMBINATIONS.map((options, seed) => {
  const marked = fc.sample(everywhereMarked, { seed, numRuns: FLAGS_EACH });
  const since = seed % 3 === 2 ? JOINED : undefined;
  const tickedOff = new Set(marked.filter((_, i) => i % 7 === 3).map(({ flag }) => flag.flag_id));
  const isKept = ({ flag }: EverywhereMarked) =>
    !tickedOff.has(flag.flag_id) && (since === undefined || flag.observed_at >= since);
  const [kept, gone] = [marked.filter(isKept), marked.filter((one) => !isKept(one))];
  return { options, seed, marked, since, tickedOff, kept, gone };
});
type Case = (typeof CASES)[number];

/** Markers and ids wherever they stand, also within other letters. */
const FOUND = /(?=(mk[a-z]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))/g;

async function check(format: Format, exported: Case): Promise<void> {
  const { options, kept, gone } = exported;
  const text = await exportedText(format, exported);
  const found = new Set([...text.matchAll(FOUND)].map(([, marker]) => marker));
  const where = `${format} ${JSON.stringify(options)}`;
  for (const carrier of EVERY_CARRIER) {
    const allowed = ALLOWED[carrier](options);
    const leaked = (allowed ? gone : [...kept, ...gone])
      .flatMap(({ markers }) => markers[carrier])
      .filter((marker) => found.has(marker));
    expect(leaked, `${carrier} in ${where}`).toEqual([]);
    if (!allowed || (format !== 'data-package' && BESIDE.has(carrier))) continue;
    if (format === 'stix' && NOT_IN_STIX.has(carrier)) continue;
    const present = kept.flatMap(({ markers }) => markers[carrier]).some((marker) => found.has(marker));
    expect(present, `${carrier} is kept in ${where}`).toBe(true);
  }
  expect(text.includes(String(COUNTED)), where).toBe(false);
  checkTimes(text, exported, where);
}

it('has tried ten thousand flags', { timeout: 120_000 }, () => {
  const flags = CASES.flatMap(({ marked }) => marked);
  expect(flags.length).toBeGreaterThan(10_000);
  for (const { kept, gone } of CASES) expect(Math.min(kept.length, gone.length)).toBeGreaterThan(5);
  const form = new RegExp(`^${FOUND.source.slice(3, -1)}$`);
  const markers = flags.flatMap((one) => Object.values(one.markers).flat());
  expect(markers.filter((marker) => !form.test(marker))).toEqual([]);
});

async function exportedText(
  format: Format,
  { options, seed, marked, since, tickedOff }: Case,
): Promise<string> {
  const source = memorySource({
    flags: marked.map(({ flag }) => flag),
    daily: marked.map(({ daily }) => daily),
    edges: marked.map(({ edge }, i) => seenFrom(edge, [marked[i]!, marked[(i + 1) % marked.length]!])),
    coverage: marked.map(({ coverage }) => coverage),
  });
  const request = exportRequest(options, { since, wanted: (flag) => !tickedOff.has(flag.flag_id) });
  const confirmed = new Set(marked.map(({ flag }) => flag.flag_id));
  const write = await writerOf(format, { defanged: seed % 2 === 1, confirmed });
  return (await readableText(format, await bytesOf(write(prepareExport(source, request))))).toLowerCase();
}

/** A candidate that rests on pages of several flags, some of which may be left out. */
function seenFrom(edge: SuccessionEdge, pages: EverywhereMarked[]): SuccessionEdge {
  const visits = pages.map(({ flag, edge: { evidence } }) => ({
    document: flag.local.document,
    at: flag.observed_at,
    evidence,
  }));
  return composed(edge, { visits: visits.sort((a, b) => (a.at < b.at ? -1 : 1)), loose: null });
}

const INSTANT = /\d{4}-\d\d-\d\dt(\d\d:\d\d:\d\d\.\d{3})z/g;
/** Times of day and milliseconds since 1970, wherever they stand. */
const TIME = /(?=(\d\d:\d\d:\d\d\.\d{3}|\d{13}))/g;

/** Every instant in the file is as round as promised, and no exact one hides in another form. */
function checkTimes(text: string, { options, marked, since }: Case, where: string): void {
  if (options.time === 'exact') return;
  const round = options.time === 'day' ? /^00:00:00\.000$/ : /:(?:00|30):00\.000$/;
  for (const [, time] of text.matchAll(INSTANT)) expect(time, where).toMatch(round);
  const times = new Set([...text.matchAll(TIME)].map(([, time]) => time));
  const instants = marked.flatMap(({ flag, coverage }) => [flag.observed_at, coverage.until!]);
  for (const instant of since ? [since, ...instants] : instants) {
    const exact = Date.parse(instant);
    if (exact % 1_800_000 === 0) continue;
    if (times.has(instant.slice(11, 23)) || times.has(String(exact))) expect.fail(`${instant} in ${where}`);
  }
}
