import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { isFirm } from '../../utils/exchange/weakness.ts';
import { assess } from '../../utils/landing/assess.ts';
import type { PageSignals } from '../../utils/landing/page-signals.ts';
import type { ListIndex } from '../../utils/list/lookup.ts';
import type { Sender } from '../../utils/messaging/sender.ts';
import type { PageFinding } from '../../utils/verdict/decide.ts';
import type { Tier } from '../../utils/verdict/finding.ts';
import { pageFindings } from '../../utils/verdict/page-findings.ts';
import { type Engine, engine } from './engine.ts';
import { sweepTab } from './events.ts';
import { decideOn, inOrder } from './journey.ts';
import { isDocument, session } from './tab-state.ts';

/** What the content script is told of its page. */
export interface PageAnswer {
  tier: Tier;
}

/**
 * Takes what a page showed into the verdict of its document. The address comes from the sender, never from
 * the payload; a message of a document the tab no longer shows is answered and forgotten.
 */
export async function assessPage(
  signals: PageSignals,
  sender: Extract<Sender, { kind: 'content' }>,
): Promise<PageAnswer> {
  const { tabs } = await session();
  const shown = tabs[sender.tabId];
  // A worker that died before the commit was noted, and was started by this message.
  if (!isDocument(shown) || !isSameDocument(shown, sender)) await sweepTab(sender.tabId);
  return inOrder(async () => {
    const state = await session();
    const view = state.tabs[sender.tabId];
    if (!isDocument(view) || !isSameDocument(view, sender)) return { tier: 'unknown' };
    view.title = signals.title;
    view.htmlLang = signals.lang;
    view.page = await readFindings(signals, view.url, await engine());
    await decideOn(state, sender.tabId, view);
    return { tier: view.verdict?.tier ?? 'unknown' };
  });
}

/** What the page says of exchanges. A page without Chinese text says nothing and costs nothing. */
async function readFindings(signals: PageSignals, url: string, loaded: Engine): Promise<PageFinding[]> {
  if (signals.scripts.han === 0) return [];
  const [list, names] = await Promise.all([loaded.whole(), loaded.names()]);
  const own = parseHost(url);
  const host = isBadHost(own) ? null : own.ascii;
  const assessment = assess(signals, { host, hostOwner: ownerIn(list, host) }, names);
  return pageFindings(assessment, (id) => list.exchangeById(id));
}

/** Whose a host is by the list. The page's own host counts on a firm row alone: a lapsed name vouches for nobody. */
function ownerIn(list: ListIndex, pageHost: string | null): (host: string) => string | null {
  return (name) => {
    const host = parseHost(name);
    if (isBadHost(host)) return null;
    const row = list.find(host).find((hit) => hit.kind === 'listed');
    if (!row || (host.ascii === pageHost && !isFirm(row.domain))) return null;
    return row.exchange.id;
  };
}

function isSameDocument(
  view: { documentId: string | null; url: string },
  sender: { documentId: string | null; url: string },
): boolean {
  if (view.documentId && sender.documentId) return view.documentId === sender.documentId;
  return URL.parse(view.url)?.host === URL.parse(sender.url)?.host;
}
