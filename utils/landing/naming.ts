import type { LinkReading } from './links.ts';
import { findNames, type NameIndex } from './names.ts';
import type { Reading } from './reading.ts';

/** Where the page names one exchange, and how often. */
export interface Naming {
  exchange: string;
  inTitle: boolean;
  inSiteName: boolean;
  inHeadings: number;
  inText: number;
  /** Distinct forms found, for display. */
  forms: string[];
  /** Weight of all places together; what the order goes by. */
  prominence: number;
}

/** A name in the title says most, one mention in the text least. Set by hand: order matters, not the sum. */
const PLACE = { title: 6, siteName: 6, heading: 3, description: 2, invitation: 3, link: 1 } as const;
const HEADINGS_COUNTED = 3;

/** Exchanges named on the page, most prominent first. Names that are ordinary words count only beside another name. */
export function nameExchanges(reading: Reading, links: LinkReading, index: NameIndex): Naming[] {
  const places = {
    title: findNames(reading.title, index),
    siteName: reading.siteNames.flatMap((name) => findNames(name, index)),
    headings: reading.headings.flatMap((heading) => findNames(heading, index)),
    description: findNames(reading.description, index),
    whole: findNames(reading.whole, index),
  };
  const tied = new Set([...links.ties, ...links.invitations].flatMap(({ exchange }) => exchange ?? []));
  const sure = new Set(places.whole.filter(({ ambiguous }) => !ambiguous).map(({ exchange }) => exchange));
  const counts = (name: { exchange: string; ambiguous: boolean }) =>
    !name.ambiguous || sure.has(name.exchange) || tied.has(name.exchange);
  const namings: Naming[] = [];
  const named = places.whole.filter(counts).map((name) => name.exchange);
  const invited = links.invitations.flatMap(({ exchange }) => exchange ?? []);
  for (const exchange of new Set([...named, ...invited])) {
    const here = (found: { exchange: string }[]) => found.filter((name) => name.exchange === exchange).length;
    const inTitle = here(places.title) > 0;
    const inSiteName = here(places.siteName) > 0;
    const inHeadings = here(places.headings);
    const inText = here(places.whole);
    const linked = links.ties.some((tie) => tie.exchange === exchange);
    const first = places.title.find(counts)?.exchange === exchange ? 1 : 0;
    namings.push({
      exchange,
      inTitle,
      inSiteName,
      inHeadings,
      inText,
      forms: [...new Set(places.whole.filter((name) => name.exchange === exchange).map((name) => name.term))],
      prominence:
        (inTitle ? PLACE.title + first : 0) +
        (inSiteName ? PLACE.siteName : 0) +
        PLACE.heading * Math.min(inHeadings, HEADINGS_COUNTED) +
        (here(places.description) > 0 ? PLACE.description : 0) +
        (invited.includes(exchange) ? PLACE.invitation : 0) +
        (linked ? PLACE.link : 0) +
        2 * Math.log2(1 + inText / reading.length),
    });
  }
  return namings.sort((a, b) => b.prominence - a.prominence || b.inText - a.inText);
}

/** One mention in passing names nobody; of two alike in prominence neither is the page's exchange. */
const LEAST_PROMINENCE = 2.8;
const LEAD = 1.15;

export function namedExchange(namings: Naming[]): string | null {
  const [first, second] = namings;
  if (!first || first.prominence < LEAST_PROMINENCE) return null;
  return second && first.prominence < LEAD * second.prominence ? null : first.exchange;
}
