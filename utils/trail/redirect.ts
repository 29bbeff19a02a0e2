import { siteOf } from '../domain/site-of.ts';
import { isFrontDoor } from './front-door.ts';
import type { Observation, Passage } from './observation.ts';
import { isParking, isService } from './services.ts';
import type { Sighting } from './sighting.ts';
import { isCandidateHost } from './unlisted.ts';

/**
 * A navigation asked for a listed name and ended on a registrable domain that the list does not hold as firm.
 * short.example > okex.com > okx.cab => okex.com redirected to okx.cab. Nothing is told by a way past a third
 * house: okex.com > tracker.example > shop.example.
 */
export function redirectSighting({ way, page }: Observation): Sighting | null {
  const end = way.at(-1);
  if (!end || way.length < 2 || !isCandidateHost(end) || isService(end.host)) return null;
  const to = siteOf(end.host);
  const at = way.findLastIndex((passage) => siteOf(passage.host) !== to);
  const asked = way[at];
  const row = asked?.rows[0];
  if (!asked || !row || isParking(end.host.ascii)) return null;
  // Where the rows of the two ends agree the name is recorded already, as a weak one.
  if (!isFrontDoor(row.name, asked.url, end.url)) return null;
  const steps = way.slice(at + 1);
  return {
    exchange: row.exchange.id,
    from: row.name,
    to,
    kind: 'redirect',
    evidence: [
      { what: 'by', value: mannerOf(steps) },
      {
        what: 'way',
        value: way
          .slice(firstOf(way, at, row.exchange.id))
          .map(({ url }) => url)
          .join(' > '),
      },
      ...(page?.forSale ? [{ what: 'against' as const, value: 'parked' }] : []),
      ...(page?.claim && page.claim.exchange !== row.exchange.id
        ? [{ what: 'against' as const, value: 'another exchange' }]
        : []),
    ],
  };
}

/** The way begins where the exchange's names do: what was asked for before is nobody's business. */
function firstOf(way: Passage[], at: number, exchange: string): number {
  let first = at;
  while (first > 0 && way[first - 1]?.rows.some((row) => row.exchange.id === exchange)) first--;
  return first;
}

function mannerOf(steps: Passage[]): string {
  if (steps.some((step) => step.inferred)) return 'inferred';
  return steps.some((step) => step.by === 'client') ? 'client' : 'server';
}
