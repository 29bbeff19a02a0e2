import { isBadHost, parseHost } from '../domain/host.ts';
import { type Evidence, readEvidence, written } from '../trail/sighting.ts';
import { reduceAddresses } from '../trail/written-addresses.ts';
import { atLeast, type ExportOptions } from './options.ts';
import { reduceUrl } from './reduce-address.ts';

/** What a page says of itself (utils/landing/brand-claim.ts). */
const OF_ITSELF = 'claims-';

/**
 * The words of a signal as they may leave the device. What a page says of itself goes with its title, all of it: site
 * name, heading and copyright line may be the title word for word, and a flag without a title has none to compare.
 */
export function redactWords({ id, value }: { id: string; value: string }, options: ExportOptions): string {
  if (!atLeast(options.level, 'path')) return '';
  return options.title || !id.startsWith(OF_ITSELF) ? value : '';
}

/** A finding's evidence, `id: words`. Without titles 'claims-title: 欧易官网' => 'claims-title'. */
export function redactEvidence(evidence: readonly string[], options: ExportOptions): string[] {
  if (!atLeast(options.level, 'path')) return [];
  return evidence.map((line) =>
    options.title || !line.startsWith(OF_ITSELF) ? line : (line.split(/[:\s]/, 1)[0] ?? ''),
  );
}

/**
 * An edge's evidence: its addresses as far as those of flags. A line of a code unknown here is left out, since nobody
 * can say what it holds; lines that have become alike are one.
 */
export function redactEdgeEvidence(evidence: readonly string[], options: ExportOptions): string[] {
  if (!atLeast(options.level, 'path')) return [];
  const kept = evidence.flatMap((line) => {
    const read = readEvidence(line);
    if (!read) return [];
    const value = reduced(read, options);
    return value === '' ? [] : [written({ ...read, value })];
  });
  return [...new Set(kept)];
}

function reduced({ what, value }: Evidence, options: ExportOptions): string {
  switch (what) {
    case 'way':
      return stepsOf(value, options).join(' > ');
    case 'words':
      return reduceAddresses(value, options.level === 'full' && options.query ? 'full' : 'path');
    case 'place':
      return options.title ? value : (value.split(/\s/, 1)[0] ?? '');
    // Codes, hosts, ids of accounts.
    case 'by':
    case 'file':
    case 'id':
    case 'page':
    case 'against':
      return value;
  }
}

/** Addresses, or the hosts that were stored in their place; steps that look alike are one. */
function stepsOf(way: string, options: ExportOptions): string[] {
  const steps = way.split(' > ').flatMap((step) => reduceUrl(step, options) ?? hostOf(step) ?? []);
  return steps.filter((step, index) => step !== steps[index - 1]);
}

/** 'okex.com' => 'okex.com', 'okex.com/a?b' => 'okex.com'; null for what names no host. */
function hostOf(step: string): string | null {
  const host = parseHost(step);
  return isBadHost(host) ? null : host.ascii;
}
