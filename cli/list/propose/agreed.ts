import type { ExportedEdge } from '../../../utils/history/flag.ts';
import { joinEdges, sameEdge } from '../../../utils/trail/join.ts';
import { standing } from '../../../utils/trail/succession.ts';
import { observersOf, type ReadExport } from './observers.ts';

/** All that was seen of one name as an exchange's, and by how many. */
export interface Agreed {
  exchange: string;
  to: string;
  edges: ExportedEdge[];
  /** Independent participants that saw any of it. */
  observers: number;
}

/** Names that at least so many independent observers saw, the most seen first. */
export function agreedCandidates(exports: readonly ReadExport[], least: number): Agreed[] {
  const names = new Map<string, { edges: Map<string, ExportedEdge>; observers: Set<number> }>();
  for (const [observer, members] of observersOf(exports).entries()) {
    for (const edge of editionsOf(members)) {
      const name = `${edge.exchange} ${edge.to}`;
      const known = names.get(name) ?? { edges: new Map(), observers: new Set<number>() };
      const earlier = known.edges.get(sameEdge(edge));
      known.edges.set(sameEdge(edge), earlier ? joinEdges(earlier, edge, 'sum') : edge);
      known.observers.add(observer);
      names.set(name, known);
    }
  }
  return [...names]
    .filter(([, { observers }]) => observers.size >= least)
    .map(([name, { edges, observers }]) => {
      const [exchange = '', to = ''] = name.split(' ');
      return { exchange, to, edges: standing([...edges.values()]), observers: observers.size };
    })
    .filter(({ edges }) => edges.length > 0)
    .sort((a, b) => b.observers - a.observers || (a.exchange + a.to < b.exchange + b.to ? -1 : 1));
}

/** One observer's candidates: of overlapping exports the largest count holds. */
function editionsOf(members: readonly ReadExport[]): ExportedEdge[] {
  const edges = new Map<string, ExportedEdge>();
  for (const edge of members.flatMap((member) => member.edges)) {
    const earlier = edges.get(sameEdge(edge));
    edges.set(sameEdge(edge), earlier ? joinEdges(earlier, edge, 'most') : edge);
  }
  return [...edges.values()];
}
