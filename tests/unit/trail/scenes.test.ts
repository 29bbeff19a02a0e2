import { describe, expect, test } from 'vitest';
import { listedExchanges } from '../../../cli/list/read-records.ts';
import { openSources } from '../../../cli/scan/judge.ts';
import { isBadHost, parseHost } from '../../../utils/domain/host.ts';
import type { Sighting } from '../../../utils/trail/sighting.ts';
import { written } from '../../../utils/trail/sighting.ts';
import { sightingsOf } from '../../../utils/trail/sightings.ts';
import { type Candidate, successionFinding } from '../../../utils/trail/succession.ts';
import { weigh } from '../../../utils/trail/weigh.ts';
import { imitations } from '../../fixtures/trail/imitations.ts';
import { neutralScenes } from '../../fixtures/trail/neutral.ts';
import { observe, PretendList } from '../../fixtures/trail/observe.ts';

const RECORDS = await listedExchanges();
const LIST = new PretendList(RECORDS);
const { lookalikes } = await openSources({ reported: true });
const DAY = '2026-11-27T10:00:00.000Z';

function candidates(sightings: Sighting[]): Candidate[] {
  const joined = new Map<string, Candidate>();
  for (const { evidence, ...rest } of sightings) {
    const key = [rest.exchange, rest.from, rest.to, rest.kind].join(' ');
    const lines = [...(joined.get(key)?.evidence ?? []), ...evidence.map(written)];
    joined.set(key, { ...rest, evidence: [...new Set(lines)], first_seen: DAY, last_seen: DAY, times: 1 });
  }
  return [...joined.values()];
}

describe('imitations', () => {
  const scenes = imitations(RECORDS);

  test('are two hundred', () => expect(scenes).toHaveLength(200));

  test('are never shown as a successor without a doubt', () => {
    const undoubted: string[] = [];
    let shown = 0;
    for (const { name, imitator, exchange, documents } of scenes) {
      const all = candidates(
        documents.flatMap(({ way, page }) => sightingsOf(observe(LIST, way, page), LIST)),
      ).filter(({ to }) => to === imitator);
      const host = parseHost(imitator);
      if (isBadHost(host)) throw new Error(imitator);
      const against = lookalikes.match(host) ? (['lookalike'] as const) : [];
      // What the name looks like must not be what saves it: judged with and without the likeness.
      for (const doubts of [against, []]) {
        const circumstance = { rowOf: LIST.rowOf(exchange), against: doubts };
        const finding =
          successionFinding(
            all,
            () => circumstance,
            () => null,
          ) ?? named(all, circumstance);
        if (finding) shown++;
        const { standing } = weigh(all, circumstance);
        if ((finding && !finding.doubts?.length) || (all.length > 0 && standing === 'supported'))
          undoubted.push(name);
      }
    }
    expect(undoubted).toEqual([]);
    expect(shown).toBeGreaterThan(100);
  });

  const named = (all: Candidate[], circumstance: Parameters<typeof weigh>[1]) =>
    successionFinding(
      all,
      () => circumstance,
      (id) => ({ id, name: id, nameZh: null, type: 'exchange' }),
    );

  test('that only copy are no successors at all: a claim, a logo, a redirect to the real one, a short link', () => {
    for (const { name, documents, imitator } of scenes) {
      if (!/^(?:copied titles|redirect to the real|through a link)/.test(name)) continue;
      const sightings = documents.flatMap(({ way, page }) => sightingsOf(observe(LIST, way, page), LIST));
      expect(
        sightings.filter(({ to, kind }) => to === imitator && (kind === 'redirect' || kind === 'notice')),
        name,
      ).toEqual([]);
    }
  });
});

describe('neutral scenes', () => {
  const scenes = neutralScenes(RECORDS);

  test('are a hundred', () => expect(scenes).toHaveLength(100));

  test.each(scenes)('$name: no candidate', ({ way, page }) => {
    expect(sightingsOf(observe(LIST, way, page), LIST)).toEqual([]);
  });
});
