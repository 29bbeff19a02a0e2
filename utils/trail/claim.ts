import type { AssessmentContext, Signal } from '../landing/assessment.ts';
import { brandClaim } from '../landing/brand-claim.ts';
import { readLinks } from '../landing/links.ts';
import type { NameIndex } from '../landing/names.ts';
import { nameExchanges } from '../landing/naming.ts';
import type { PageSignals } from '../landing/page-signals.ts';
import { readPage } from '../landing/reading.ts';
import type { PageMarks } from './observation.ts';

/**
 * The exchange that a page presents itself as, in any language: by the same places as the landing engine's brand
 * claim, of which a page without Chinese text has title and site names alone; one place is told as well.
 */
export function claimOf(
  signals: PageSignals,
  context: AssessmentContext,
  names: NameIndex,
): PageMarks['claim'] {
  const reading = readPage(signals);
  const namings = nameExchanges(reading, readLinks(signals, context), names);
  const claim = brandClaim(signals, reading, namings, context);
  if (claim) return asClaim(claim);
  // One place is no claim, but it counts beside files of the same exchange.
  const first = namings[0];
  const alone = first?.inTitle
    ? brandClaim(
        { ...signals, siteNames: [signals.title] },
        { ...reading, siteNames: [reading.title] },
        [first],
        context,
      )
    : null;
  const places = alone?.signals.filter(({ id }) => id === 'claims-title') ?? [];
  return alone && places.length > 0 ? asClaim({ exchange: alone.exchange, signals: places }) : null;
}

/** A brand claim as the trail keeps it. */
export function asClaim(claim: { exchange: string; signals: Signal[] }): NonNullable<PageMarks['claim']> {
  return {
    exchange: claim.exchange,
    places: claim.signals.map(({ id, value }) => ({ id, words: value.slice(0, 80) })),
  };
}
