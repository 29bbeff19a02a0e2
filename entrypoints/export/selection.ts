import * as v from 'valibot';
import type { FlagSelection } from '../../components/models/flag.ts';
import { FINDING_KINDS, FLAG_ACTIONS } from '../../utils/history/flag-words.ts';
import { TICKED } from '../surface/export-url.ts';

const text = v.pipe(v.string(), v.maxLength(256));
const day = v.pipe(v.string(), v.isoDate());
const FilterSchema = v.object({
  text,
  kind: v.nullable(v.picklist(FINDING_KINDS)),
  exchange: v.nullable(text),
  domain: v.nullable(text),
  action: v.nullable(v.picklist(FLAG_ACTIONS)),
  from: v.nullable(day),
  to: v.nullable(day),
  listVersion: v.nullable(v.number()),
});
const IdsSchema = v.array(v.string());

/**
 * What the history page chose: the filter that the address holds, or the flags ticked there, which stand in the
 * tab's own storage. null for everything, and for what is neither. Ticks that are gone choose nothing.
 */
export function readSelection(hash: string, ticked: string | null): FlagSelection | null {
  if (hash === `#${TICKED}`) {
    const ids = v.safeParse(v.pipe(v.string(), v.parseJson(), IdsSchema), ticked ?? '');
    return { ids: ids.success ? ids.output : [] };
  }
  const filter = v.safeParse(v.pipe(v.string(), v.parseJson(), FilterSchema), decode(hash.slice(1)));
  return filter.success ? { filter: filter.output } : null;
}

function decode(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch (error) {
    if (error instanceof URIError) return hash;
    throw error;
  }
}
