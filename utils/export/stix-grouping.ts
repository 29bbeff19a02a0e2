import { generateDeterministicId } from '@security-alliance/stix/2.1';
import type { FlagRecord } from '../history/flag.ts';

/** References one grouping holds at most; a larger group goes out in parts, so that memory stays bounded. */
const MAX_REFS = 10_000;
const NO_EXCHANGE = '';

/** Gathers the flags of each exchange into STIX groupings. */
export class Groupings {
  readonly #open = new Map<string, { refs: string[]; latest: string }>();

  /** Takes in one flag; answers the groupings it filled up. */
  *add(flag: FlagRecord): Generator<{ id: string }> {
    if (flag.host === '') return;
    const named = new Set(flag.findings.flatMap((finding) => finding.exchange ?? []));
    for (const exchange of named.size > 0 ? named : [NO_EXCHANGE]) {
      const group = this.#open.get(exchange) ?? { refs: [], latest: flag.observed_at };
      group.refs.push(`observed-data--${flag.flag_id}`);
      if (flag.observed_at > group.latest) group.latest = flag.observed_at;
      this.#open.set(exchange, group);
      if (group.refs.length < MAX_REFS) continue;
      this.#open.delete(exchange);
      yield grouping(exchange, group.refs, group.latest);
    }
  }

  /** The groupings that are not full, in order of exchange. */
  *rest(): Generator<{ id: string }> {
    for (const [exchange, { refs, latest }] of [...this.#open].sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield grouping(exchange, refs, latest);
    }
  }
}

function grouping(exchange: string, refs: string[], latest: string): { id: string } {
  const name = exchange === NO_EXCHANGE ? 'Flags naming no listed exchange' : `Flags naming ${exchange}`;
  return {
    type: 'grouping',
    spec_version: '2.1',
    id: generateDeterministicId('grouping', { exchange, first: refs[0] }),
    created: latest,
    modified: latest,
    name,
    context: 'unspecified',
    object_refs: refs,
  } as { id: string };
}
