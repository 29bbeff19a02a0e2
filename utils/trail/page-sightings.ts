import { siteOf } from '../domain/site-of.ts';
import type { Observation, PageMarks } from './observation.ts';
import { isService } from './services.ts';
import type { Evidence, Sighting } from './sighting.ts';
import { isCandidateHost } from './unlisted.ts';

/** The listed name that stands for an exchange; null where the list has none. */
export type PresentName = (exchange: string) => string | null;

/** A page claims to be an exchange's by two places, or by its site name (utils/landing/brand-claim.ts). */
const CLAIM_PLACES = 2;
/** What a page must come to before it counts as built on an exchange's files. */
const BUILT_ON = 2;

/** An unlisted host that presents itself as an exchange. Anyone can: by itself it never says more than that. */
export function claimSighting({ way, page }: Observation, presentName: PresentName): Sighting | null {
  const end = way.at(-1);
  const claim = page?.claim;
  if (!end || !claim || !isOpen(end)) return null;
  const siteName = claim.places.some(({ id }) => id === 'claims-site-name');
  if (claim.places.length < CLAIM_PLACES && !siteName) return null;
  const from = presentName(claim.exchange);
  if (from === null) return null;
  const evidence = [...placesOf(claim), ...against(page)];
  return { exchange: claim.exchange, from, to: siteOf(end.host), kind: 'claim', evidence };
}

/**
 * An unlisted host built on an exchange's files, or bearing its accounts' ids. A picture that a news site links to
 * is not enough, nor a widget, nor the shop page of an app: half a point, one, half. Two are needed, of which
 * claiming the exchange's name gives at most two: never by a claim alone.
 */
export function assetsSighting({ way, page }: Observation): Sighting | null {
  const end = way.at(-1);
  if (!end || !page || !isOpen(end)) return null;
  for (const exchange of new Set([...page.files, ...page.shared].map((one) => one.exchange))) {
    const files = page.files.filter((file) => file.exchange === exchange);
    const shared = page.shared.filter((one) => one.exchange === exchange);
    const claim = page.claim?.exchange === exchange ? page.claim : null;
    const structural = new Set(files.filter((file) => file.structural).map((file) => file.host)).size;
    const pictures = files.some((file) => !file.structural) ? 0.5 : 0;
    const ids = shared.reduce((sum, { id }) => sum + (id.startsWith('app ') ? 0.5 : 2), 0);
    const points = structural + pictures + ids + Math.min(claim?.places.length ?? 0, 2);
    const from = files[0]?.name ?? shared[0]?.name;
    if (points < BUILT_ON || from === undefined) continue;
    const evidence: Evidence[] = [
      ...[...new Set(files.map((file) => file.host))].map((value) => ({ what: 'file' as const, value })),
      ...shared.map(({ id }) => ({ what: 'id' as const, value: id })),
      ...(claim ? placesOf(claim) : []),
      ...against(page),
    ];
    return { exchange, from, to: siteOf(end.host), kind: 'assets', evidence };
  }
  return null;
}

/** Addresses that a listed page announces as its own. */
export function noticeSightings(
  { way, page }: Observation,
  isOpenName: (host: string) => string | null,
): Sighting[] {
  const end = way.at(-1);
  const row = end?.rows[0];
  if (!end || !row || !page) return [];
  return page.announced.flatMap(({ host, words }): Sighting[] => {
    const to = isOpenName(host);
    if (to === null || to === siteOf(end.host)) return [];
    return [
      {
        exchange: row.exchange.id,
        from: row.name,
        to,
        kind: 'notice',
        evidence: [{ what: 'words', value: words }],
      },
    ];
  });
}

/** Addresses that pages of somebody else name as an exchange's; a candidate once several unrelated ones agree. */
export function affiliateSightings(
  { way, page }: Observation,
  presentName: PresentName,
  isOpenName: (host: string) => string | null,
): Sighting[] {
  const end = way.at(-1);
  if (!end || !page) return [];
  const own = siteOf(end.host);
  return page.named.flatMap(({ exchange, host, words, code }): Sighting[] => {
    const to = isOpenName(host);
    const from = presentName(exchange);
    if (to === null || to === own || from === null) return [];
    const mark = code === null ? own : `${own} #${markOf(code)}`;
    return [
      {
        exchange,
        from,
        to,
        kind: 'affiliates',
        evidence: [
          { what: 'page', value: mark },
          ...(words === '' ? [] : [{ what: 'words' as const, value: words }]),
        ],
      },
    ];
  });
}

/** Pages under one invitation code are one voice; the code itself names a person and is not kept. FNV-1a, 16 bits. */
function markOf(code: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < code.length; i++) hash = Math.imul(hash ^ code.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0');
}

function isOpen(end: NonNullable<ReturnType<Observation['way']['at']>>): boolean {
  return isCandidateHost(end) && !isService(end.host);
}

function placesOf(claim: NonNullable<PageMarks['claim']>): Evidence[] {
  return claim.places.map(({ id, words }) => ({
    what: 'place',
    value: words === '' ? id : `${id} ${words}`,
  }));
}

function against(page: PageMarks): Evidence[] {
  return page.forSale ? [{ what: 'against', value: 'parked' }] : [];
}
