import { domainOf } from '../domain/domain-of.ts';
import { addressAt } from '../history/build-flag.ts';
import type { StoredDetail } from '../history/flag.ts';
import { type Evidence, written } from './sighting.ts';
import { reduceAddresses } from './written-addresses.ts';

/** What is kept of one piece of evidence. */
const LONGEST = 400;
const STEPS = 20;

/**
 * Evidence as far as it may be kept: addresses, also those in words, at the stored detail, what a page says of itself
 * only where titles are stored. At `domain` 'https://www.okex.com/a?b > https://okx.cab/' => 'okex.com > okx.cab'.
 */
export function storedEvidence(
  evidence: readonly Evidence[],
  detail: StoredDetail,
  titles: boolean,
): string[] {
  const lines = evidence.map((one) =>
    written({ ...one, value: reduced(one, detail, titles).slice(0, LONGEST) }),
  );
  return [...new Set(lines)];
}

function reduced({ what, value }: Evidence, detail: StoredDetail, titles: boolean): string {
  switch (what) {
    case 'way':
      return stepsOf(value, detail).join(' > ');
    case 'file':
      return detail === 'domain' ? domainOf(value) : value;
    case 'place':
      return titles ? value : (value.split(' ')[0] ?? '');
    case 'words':
      return reduceAddresses(value, detail);
    // Codes, ids, and sites with a mark.
    case 'by':
    case 'id':
    case 'page':
    case 'against':
      return value;
  }
}

/** Steps that look alike at this detail are one. */
function stepsOf(way: string, detail: StoredDetail): string[] {
  const steps = way
    .split(' > ')
    .slice(-STEPS)
    .map((url) => stepAt(url, detail));
  return steps.filter((step, index) => step !== steps[index - 1]);
}

function stepAt(url: string, detail: StoredDetail): string {
  if (detail === 'path' || detail === 'full') return addressAt(url, detail) ?? '';
  return detail === 'domain' ? domainOf(url) : (URL.parse(url)?.hostname ?? '');
}
