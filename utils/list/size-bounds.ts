import type { SnapshotMeta } from './layout.ts';
import type { Refusal } from './refusal.ts';

/** A list may lose three tenths of its entries at once, no more; who means it publishes in two steps. */
const KEPT = 0.7;
/** Below this number a share says nothing. */
const FEW = 20;
/** It may become four times as large and this much larger. */
const GROWTH = 4;
const ROOM = { exchanges: 1_000, listed: 5_000, reported: 500_000 };

/** Is the list empty, or of a size that the one before makes unlikely? */
export function sizeRefusals(now: SnapshotMeta, previous: SnapshotMeta | null): Refusal[] {
  const refusals: Refusal[] = [];
  const [after, before] = [countsOf(now), previous ? countsOf(previous) : null];
  if (after.exchanges === 0 || after.listed <= 0)
    refusals.push({ rule: 'empty list', detail: 'no exchange or name' });
  if (!before) return refusals;
  for (const kind of ['exchanges', 'listed', 'reported'] as const) {
    const detail = `${before[kind]} → ${after[kind]} ${kind}`;
    if (before[kind] >= FEW && after[kind] < before[kind] * KEPT) refusals.push({ rule: 'shrunk', detail });
    if (after[kind] > before[kind] * GROWTH + ROOM[kind]) refusals.push({ rule: 'grown', detail });
  }
  return refusals;
}

function countsOf(meta: SnapshotMeta): Record<keyof typeof ROOM, number> {
  return { exchanges: meta.exchanges, listed: meta.names - meta.reported, reported: meta.reported };
}
