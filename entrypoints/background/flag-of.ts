import type { Verdict } from '../../utils/verdict/finding.ts';
import type { TabDocument } from './tab-state.ts';

/** A page may change its address and its text as often as it likes. */
const MAX_FLAGS = 20;

/**
 * Turns a document that changed its address without loading to the flag of what is found on it now: the one that it
 * had for the same findings before, or another. That one is of another page, and is counted as one.
 */
export function turnToFlag(document: TabDocument, verdict: Verdict): void {
  const known = Object.keys(document.flags).length;
  if (!document.moved || verdict.findings.length === 0 || known === 0) return;
  const found = whatIsFound(verdict);
  const earlier = document.flags[found];
  if (earlier === undefined && known >= MAX_FLAGS) return;
  document.flagKey = earlier ?? `moved ${crypto.randomUUID()}`;
  document.flagged = earlier !== undefined;
  document.counted = document.flagged;
}

/** Notes what the document's flag says now. */
export function noteFlag(document: TabDocument, verdict: Verdict): void {
  const others = Object.entries(document.flags).filter(([, key]) => key !== document.flagKey);
  document.flags = { ...Object.fromEntries(others), [whatIsFound(verdict)]: document.flagKey };
}

/** Kinds, and the exchanges that they name: 'landing okx, listed okx'. */
function whatIsFound({ findings, ignored }: Verdict): string {
  const found = findings.map((one) => [one.kind, 'exchange' in one ? one.exchange?.id : null].join(' '));
  return [...new Set([...found, ...ignored])].sort().join(', ');
}
