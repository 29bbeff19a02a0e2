import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { assess } from '../../utils/landing/assess.ts';
import type { LandingAssessment } from '../../utils/landing/assessment.ts';
import type { PageSignals } from '../../utils/landing/page-signals.ts';
import type { Sender } from '../../utils/messaging/sender.ts';
import type { PageFinding } from '../../utils/verdict/decide.ts';
import type { Tier } from '../../utils/verdict/finding.ts';
import { pageFindings } from '../../utils/verdict/page-findings.ts';
import { type Engine, engine } from './engine.ts';
import { sweepTab } from './events.ts';
import { askForNotices } from './inject.ts';
import { isSameDocument, onDocument } from './on-document.ts';
import { ownerIn } from './owner-in.ts';
import { readMarks } from './page-trail.ts';
import { session } from './session.ts';
import { decideOn } from './tab-document.ts';
import { isDocument } from './tab-state.ts';

/** What the content script is told of its page. */
export interface PageAnswer {
  tier: Tier;
}

type PageSender = Extract<Sender, { kind: 'content' }>;

const UNKNOWN: PageAnswer = { tier: 'unknown' };

/**
 * Takes what a page showed into the verdict of its document. The address comes from the sender, never from
 * the payload; a message of a document the tab no longer shows is answered and forgotten.
 */
export async function assessPage(signals: PageSignals, sender: PageSender): Promise<PageAnswer> {
  const { tabs } = await session();
  const shown = tabs[sender.tabId];
  // A worker that died before the commit was noted, and was started by this message.
  if (!isDocument(shown) || !isSameDocument(shown, sender)) await sweepTab(sender.tabId);
  return onDocument(sender, UNKNOWN, async (state, view) => {
    view.title = signals.title;
    view.htmlLang = signals.lang;
    const loaded = await engine();
    const assessment = await assessSignals(signals, view.url, loaded);
    view.page = assessment ? await findingsOf(assessment, loaded) : [];
    view.marks = await readMarks(signals, assessment, view, loaded);
    await decideOn(state, sender.tabId, view);
    view.moved = false;
    if (view.verdict?.findings.some((finding) => finding.kind === 'listed')) askForNotices(sender.tabId);
    return { tier: view.verdict?.tier ?? 'unknown' };
  });
}

/** What the page is by its words and links. A page without Chinese text says nothing and costs nothing. */
async function assessSignals(
  signals: PageSignals,
  url: string,
  loaded: Engine,
): Promise<LandingAssessment | null> {
  if (signals.scripts.han === 0) return null;
  const [list, names] = await Promise.all([loaded.whole(), loaded.names()]);
  const own = parseHost(url);
  const host = isBadHost(own) ? null : own.ascii;
  return assess(signals, { host, hostOwner: ownerIn(list, host) }, names);
}

async function findingsOf(assessment: LandingAssessment, loaded: Engine): Promise<PageFinding[]> {
  const list = await loaded.whole();
  return pageFindings(assessment, (id) => list.exchangeById(id));
}
