import * as v from 'valibot';
import { FINDING_KINDS, FLAG_ACTIONS } from '../../utils/history/flag-words.ts';
import type { FlagQuery } from '../../utils/history/index/find.ts';

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

/** The filter that the address holds; null for everything, and for what is no filter. */
export function readFilter(hash: string): FlagQuery | null {
  const schema = v.pipe(v.string(), v.parseJson(), FilterSchema);
  const read = v.safeParse(schema, decode(hash.slice(1)));
  return read.success ? read.output : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
