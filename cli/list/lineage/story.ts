import type { DomainRecord, ExchangeRecord, LineageEdge } from '../../../utils/exchange/record.ts';

/** An exchange's lineage as it is drawn: its names and those that its edges lead to or come from. */
export interface Story {
  id: string;
  name: string;
  names: StoryName[];
  /** By year, those without one last. */
  edges: LineageEdge[];
}

export interface StoryName {
  name: string;
  /** null: another exchange's record holds it, or none. */
  row: DomainRecord | null;
  /** Ids of other records that hold the name. */
  others: string[];
}

const ROLES = ['former', 'primary', 'regional', 'mirror', 'app', 'api', 'asset'];

/** What is drawn of one exchange. Edges of other records that touch its names belong to its story as well. */
export function storyOf(record: ExchangeRecord, records: readonly ExchangeRecord[]): Story {
  const own = new Map(record.domains.map((row) => [row.host ?? row.domain, row]));
  const edges = new Map<string, LineageEdge>();
  for (const { id, lineage } of records) {
    for (const edge of lineage) {
      if (id !== record.id && !own.has(edge.from) && !own.has(edge.to)) continue;
      edges.set(`${edge.from} ${edge.to} ${edge.kind} ${edge.year ?? ''}`, edge);
    }
  }
  const touched = [...edges.values()].flatMap(({ from, to }) => [from, to]);
  const holders = (name: string) =>
    records
      .filter(
        ({ id, domains }) => id !== record.id && domains.some((row) => (row.host ?? row.domain) === name),
      )
      .map(({ id }) => id);
  const names = [...new Set([...own.keys(), ...touched])].map((name) => ({
    name,
    row: own.get(name) ?? null,
    others: holders(name),
  }));
  return {
    id: record.id,
    name: record.name,
    names: names.sort(inOrder),
    edges: [...edges.values()].sort(
      (a, b) => (a.year ?? 9999) - (b.year ?? 9999) || (a.from < b.from ? -1 : 1),
    ),
  };
}

/** How much there is to draw: edges first, then names. */
export function richness({ edges, names }: Story): number {
  return edges.length * 1000 + names.length;
}

function inOrder(a: StoryName, b: StoryName): number {
  const rank = ({ row }: StoryName) =>
    row === null ? 9 : ROLES.indexOf(row.role) + (row.confidence ? 4 : 0);
  const from = ({ row }: StoryName) => row?.from ?? '9';
  return rank(a) - rank(b) || from(a).localeCompare(from(b)) || (a.name < b.name ? -1 : 1);
}
