import type { LineageEdge } from '../exchange/record.ts';

/**
 * Edges that lie on a circle and carry no year. A brand may come back to an old name (huobi.com → huobi.pro →
 * hbg.com → huobi.com), but only years tell where such a story begins.
 */
export function undatedCycles(edges: readonly LineageEdge[]): LineageEdge[] {
  const next = new Map<string, string[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  return edges.filter((edge) => edge.year === undefined && leadsTo(next, edge.to, edge.from));
}

function leadsTo(next: ReadonlyMap<string, string[]>, start: string, goal: string): boolean {
  const seen = new Set<string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === goal) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(next.get(name) ?? []));
  }
  return false;
}
