import * as v from 'valibot';
import { exchangeSchema } from './schema.ts';

/**
 * What keeps a record from being shown. Unlike those who edit records, readers let fields pass that they do not
 * know: a later list may say more.
 */
export function recordFaults(record: unknown): string[] {
  const result = v.safeParse(exchangeSchema, record);
  if (result.success) return [];
  return result.issues
    .filter((issue) => !(issue.type === 'strict_object' && issue.expected === 'never'))
    .map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
