import { listedExchanges } from '../../../cli/list/read-records.ts';
import type { LineageEdge } from '../../../utils/exchange/record.ts';
import { type Answer, metaRefreshTo, page, redirectTo, scriptTo } from '../harness/answer.ts';

/** One recorded edge as a scene: its old name leads to the new one, or announces it. */
export interface Replay {
  edge: LineageEdge;
  exchange: string;
  way: 'server' | 'meta' | 'script' | 'notice' | 'files';
  kind: 'redirect' | 'notice' | 'assets';
  /** What the old name answers, and what the new one. */
  old: Answer;
  renewed: Answer;
  visit: string;
}

const WAYS = ['server', 'meta', 'server', 'script', 'notice', 'server', 'files'] as const;

/** So many of the list's edges, spread over it, no name in two of them. */
export async function replaySample(count: number): Promise<Replay[]> {
  const records = await listedExchanges();
  const owner = new Map(
    records.flatMap(({ id, domains }) => domains.map((row) => [row.host ?? row.domain, id] as const)),
  );
  const edges = records.flatMap(({ name, lineage }) => lineage.map((edge) => ({ edge, name })));
  const taken = new Set<string>();
  const sample: Replay[] = [];
  for (let n = 0; sample.length < count && n < edges.length; n++) {
    const one = edges[(n * 37) % edges.length];
    const exchange = one && owner.get(one.edge.from);
    if (!one || !exchange) continue;
    const { from, to } = one.edge;
    if ([from, to].some((name) => taken.has(name)) || to.endsWith('coinbase.com')) continue;
    taken.add(from).add(to);
    sample.push(sceneOf(one.edge, exchange, one.name, WAYS[sample.length % WAYS.length] ?? 'server'));
  }
  return sample;
}

function sceneOf(edge: LineageEdge, exchange: string, name: string, way: Replay['way']): Replay {
  const { from, to } = edge;
  const target = `https://www.${to}/`;
  const files = way === 'files' ? `<script src="https://static.${from}/app.js"></script>` : '';
  const renewed = page(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>` +
      `<meta property="og:site_name" content="${name}">${files}<body><h1>${name}</h1>`,
  );
  const notice = page(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title><body>` +
      `<h1>${name}</h1><p>为方便用户访问，现启用备用网址：<a href="${target}">${to}</a></p>`,
  );
  const old: Record<Replay['way'], Answer> = {
    server: redirectTo(target, 301),
    meta: metaRefreshTo(target),
    script: scriptTo(target, 200),
    notice,
    files: notice,
  };
  const kind = way === 'notice' ? 'notice' : way === 'files' ? 'assets' : 'redirect';
  const visit = way === 'files' ? target : `https://${from}/`;
  return { edge, exchange, way, kind, old: old[way], renewed, visit };
}
