import browser from 'webextension-polyfill';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { siteOf } from '../../utils/domain/site-of.ts';
import type { Decision, Hop, ShownDocument, Visit } from '../../utils/navigation/decision.ts';
import { ignoreFor } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings/store.ts';
import type { Sighting } from '../../utils/trail/sighting.ts';
import type { Tier } from '../../utils/verdict/finding.ts';
import type { Circumstances } from '../../utils/verdict/judge-host.ts';
import { type Committed, showBadge } from './badge.ts';
import { type Engine, engine, judge } from './engine.ts';
import { offerCard, readPage } from './inject.ts';
import { keep, keepSoon, tabKey } from './kept-session.ts';
import { remembered, show } from './left-documents.ts';
import { record } from './recorder.ts';
import { report } from './report.ts';
import { isDocument, newDocument, type Session, type TabDocument } from './tab-state.ts';
import { followTrail, noteTrail } from './trail.ts';
import { adoptWarning } from './warning.ts';
import { titleFor } from './words.ts';

/** A document that a tab shows for the first time. */
export async function visit(state: Session, shown: Visit): Promise<void> {
  const earlier = state.tabs[shown.tabId];
  // Done by a worker that did not live to note that it was done.
  if (isDocument(earlier) && earlier.key === shown.key) return decideOn(state, shown.tabId, earlier);
  const document = await documentOf(shown, shown.chain);
  // Found open after an update: counted and flagged by the worker before it.
  if (state.resumed && shown.how === 'sweep') document.counted = document.flagged = true;
  await showDocument(state, shown.tabId, document);
  // Its loading was told of before it was shown, or to nobody.
  if (shown.how === 'prerender' || shown.how === 'sweep') readPage(shown.tabId);
  // What the sweep found may have been shown by an earlier worker.
  await decideOn(state, shown.tabId, document, shown.how === 'sweep' ? 'unknown' : shown.at);
}

async function documentOf(
  { tabId, key, documentId, url }: ShownDocument,
  chain: Hop[],
): Promise<TabDocument> {
  return newDocument({ key, documentId, url, incognito: await isPrivate(tabId), chain });
}

async function showDocument(state: Session, tabId: number, document: TabDocument): Promise<void> {
  const adopted = adoptWarning(state, tabId, document);
  show(state, tabId, document);
  if (adopted) await keep(state, tabKey(tabId), 'warnings');
}

/** Judges a document anew from its address and what its page showed; then shows, then records. */
export async function decideOn(
  state: Session,
  tabId: number,
  document: TabDocument,
  committed?: Committed,
): Promise<void> {
  const judged = await showVerdict(state, tabId, document, committed);
  if (!judged) return;
  const settings = await readSettings();
  // A worker that is stopped after the flag and before its chain was kept would have the next one record it without.
  if (document.verdict?.findings.length) await keep(state, tabKey(tabId));
  const flagged = await record(document, judged.loaded, state, settings);
  if (flagged) await noteTrail(document, judged.sightings, state, settings);
  keepSoon(state, tabKey(tabId));
}

interface Judged {
  loaded: Engine;
  /** What the document suggests of other names. */
  sightings: Sighting[];
}

/** Judges a document and shows what that came to; null where it could not be judged. */
async function showVerdict(
  state: Session,
  tabId: number,
  document: TabDocument,
  committed?: Committed,
): Promise<Judged | null> {
  const loaded = await readyEngine(document);
  const sightings = loaded ? await applyVerdict(document, loaded) : [];
  keepSoon(state, tabKey(tabId));
  const tier: Tier = document.verdict?.tier ?? 'unknown';
  if (state.tabs[tabId] === document) await showBadge(tabId, tier, await titleFor(tier), committed);
  if (!loaded || !document.verdict) return null;
  await offerCard(state, tabId, document);
  return { loaded, sightings };
}

async function readyEngine(document: TabDocument): Promise<Engine | null> {
  try {
    return await engine();
  } catch (error) {
    report(error);
    document.fault = 'list not readable';
    return null;
  }
}

/** Sets the verdict; answers what the document suggests of other names, to be noted after it was shown. */
async function applyVerdict(document: TabDocument, loaded: Engine): Promise<Sighting[]> {
  const host = parseHost(document.url);
  if (isBadHost(host)) {
    document.fault = 'not a hostname';
    return [];
  }
  const settings = await readSettings();
  const circumstances: Circumstances = {
    page: document.page,
    succession: null,
    ignoredKinds: ignoreFor(settings.ignored, siteOf(host), new Date().toISOString()).kinds,
  };
  const verdict = await judge(loaded, host, circumstances);
  const { sightings, succession } = await followTrail(document, verdict, loaded, settings);
  // Set once: card and popup may ask meanwhile, and must not be told a verdict without its trail.
  document.verdict = succession ? await judge(loaded, host, { ...circumstances, succession }) : verdict;
  document.fault = null;
  return sightings;
}

/**
 * A document that the browser kept, or one that an earlier worker knew. Nothing of it is recorded until its page is
 * read again: by its address alone its flag would lose what the page showed.
 */
export async function showAgain(state: Session, shown: ShownDocument): Promise<void> {
  const known = Object.values(state.tabs).find((view) => isDocument(view) && view.key === shown.key);
  if (known && isDocument(known)) {
    show(state, shown.tabId, known);
    keepSoon(state, tabKey(shown.tabId));
    const tier = known.verdict?.tier ?? 'unknown';
    return showBadge(shown.tabId, tier, await titleFor(tier), 'unknown');
  }
  const document = { ...(await documentOf(shown, [])), ...remembered(state, shown) };
  await showDocument(state, shown.tabId, document);
  await showVerdict(state, shown.tabId, document, 'unknown');
}

/** The way to a document is known better now; its flag, if it has one, is amended. */
export async function retell(
  state: Session,
  { tabId, key, chain }: Extract<Decision, { kind: 'retold' }>,
): Promise<void> {
  const view = state.tabs[tabId];
  if (!isDocument(view) || view.key !== key) return;
  view.chain = chain;
  await decideOn(state, tabId, view);
}

/** The address has changed within the document. */
export async function moveInPage(state: Session, shown: ShownDocument): Promise<void> {
  const view = state.tabs[shown.tabId];
  if (!isDocument(view) || view.key !== shown.key) return;
  view.url = shown.url;
  view.moved = true;
  keepSoon(state, tabKey(shown.tabId));
  const tier = view.verdict?.tier ?? 'unknown';
  await showBadge(shown.tabId, tier, await titleFor(tier));
}

export async function isPrivate(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch (error) {
    // A tab that is gone can no longer say: keep nothing of it.
    console.debug(error);
    return true;
  }
}
