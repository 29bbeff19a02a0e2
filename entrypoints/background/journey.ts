import browser from 'webextension-polyfill';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import type { Decision, Hop, Judge, ShownDocument, Visit } from '../../utils/navigation/decision.ts';
import { step } from '../../utils/navigation/machine.ts';
import { ignoreFor } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings/store.ts';
import type { Sighting } from '../../utils/trail/sighting.ts';
import type { Tier, Verdict } from '../../utils/verdict/finding.ts';
import type { Circumstances } from '../../utils/verdict/judge-host.ts';
import { showBadge } from './badge.ts';
import { type Engine, engine, judge } from './engine.ts';
import { layOver, offerCard } from './inject.ts';
import { record } from './recorder.ts';
import { isDocument, keep, type Owed, type Session, session, type TabDocument } from './tab-state.ts';
import { followTrail, noteTrail } from './trail.ts';
import { adoptWarning, isUnderWay, keepWarning, openWarning, verdictToWarnOf } from './warning.ts';
import { titleFor } from './words.ts';

/** Only Firefox lets an extension stop a request before it leaves. */
export const CAN_STOP_REQUESTS = import.meta.env.BROWSER === 'firefox';

type Elsewhere = Extract<Decision, { kind: 'elsewhere' }>;

/** Longer than any work takes; an answer of the browser's that never comes must not hold up all that follows. */
const PATIENCE_MS = 20_000;

type InOrder = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Runs work strictly in the order it came in; one failure does not stop what follows. */
export const inOrder: InOrder = queue();
/** Warnings have a queue of their own: they must not wait for what earlier pages are still owed. */
const warnInOrder: InOrder = queue();

function queue(): InOrder {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const before = last;
    const done = before.then(work);
    last = before.then(() => patient(done)).catch((error: unknown) => console.error(error));
    return done;
  };
}

async function patient(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error('work on a page was left undone')), PATIENCE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

let noting: Promise<unknown> = Promise.resolve();

/**
 * Hands one event of the browser to the state machine and carries out what it decides. What is decided is kept
 * before it is carried out, which may wait for the list: a worker killed meanwhile leaves it to the next.
 */
export function onNavigation(event: unknown): Promise<void> {
  const noted = noting.then(async () => {
    const state = await session();
    const { state: journeys, decisions } = step(state.journeys, event);
    const changed = journeys !== state.journeys;
    state.journeys = journeys;
    state.owed.push(...decisions.filter(outlives));
    return { state, decisions, kept: changed ? keep(state, 'journeys', 'owed') : Promise.resolve() };
  });
  // Writes keep their own order; the next event need not wait for them.
  noting = noted.catch(() => undefined);
  return noted.then(({ state, decisions, kept }) => {
    const early = decisions.filter((decision) => decision.kind === 'judge');
    const warned = warnInOrder(async () => {
      for (const decision of early) await warnInPlace(state, decision);
    }).catch(() => undefined);
    return inOrder(async () => {
      // Its queue reports a failure; the page's other work goes on.
      await warned;
      for (const decision of decisions) await carryOut(state, decision);
      await kept;
      await settle(state, decisions.filter(outlives));
    });
  });
}

/** Carries out what an earlier worker of this browser session decided and did not live to do. */
export async function payDebts(): Promise<void> {
  const state = await session();
  const debts = state.inherited;
  state.inherited = [];
  await inOrder(async () => {
    for (const decision of debts) await carryOut(state, decision);
    await settle(state, debts);
  });
}

async function settle(state: Session, done: Owed[]): Promise<void> {
  if (done.length === 0) return;
  state.owed = state.owed.filter((decision) => !done.includes(decision));
  await keep(state, 'owed');
}

/** Early looks are of the moment; all else must be done even if late. */
function outlives(decision: Decision): decision is Owed {
  return decision.kind !== 'judge' && decision.kind !== 'dropped' && decision.kind !== 'malformed';
}

async function carryOut(state: Session, decision: Decision): Promise<void> {
  switch (decision.kind) {
    case 'visit':
      return visit(state, decision);
    case 'shownAgain':
      return showAgain(state, decision);
    case 'inPage':
      return moveInPage(state, decision);
    case 'retold':
      return retell(state, decision);
    case 'elsewhere':
      return leaveTheWeb(state, decision);
    case 'malformed':
      return console.error(`navigation event without ${decision.field}`);
    // Warned of already, ahead of all this.
    case 'judge':
    case 'dropped':
      return;
  }
}

/** A page that cannot be checked; the extension's own warning keeps the badge of what it warns of. */
async function leaveTheWeb(state: Session, { tabId, why, url }: Elsewhere): Promise<void> {
  state.tabs[tabId] = { elsewhere: why, url };
  await keep(state, 'tabs');
  const warning = url.startsWith(browser.runtime.getURL('/warning.html')) ? state.warnings[tabId] : undefined;
  const tier = warning?.verdict.tier ?? 'unknown';
  return showBadge(tabId, tier, await titleFor(tier));
}

/** Chromium cannot hold a request back: the warning takes the page's place as early as events allow. */
async function warnInPlace(state: Session, { tabId, url, chain, phase }: Judge): Promise<void> {
  if (CAN_STOP_REQUESTS) return;
  const verdict = await verdictToWarnOf(state, url);
  if (!verdict) return;
  const incognito = await isPrivate(tabId);
  if (incognito) return warnOver(state, tabId, url, verdict, phase);
  if (phase === 'commit' && isUnderWay(state, tabId, url)) return;
  await openWarning(state, tabId, url, verdict, { incognito, chain, stopped: 'in place of the page' });
}

/** Extension pages do not open in Chromium's private windows; there the warning lies over the page, once shown. */
async function warnOver(
  state: Session,
  tabId: number,
  url: string,
  verdict: Verdict,
  phase: Judge['phase'],
): Promise<void> {
  if (phase !== 'commit') return;
  keepWarning(state, tabId, url, verdict, { incognito: true, chain: [], stopped: 'in place of the page' });
  await keep(state, 'warnings');
  layOver(tabId);
}

/**
 * Firefox holds the request until this answers. A tab that must be warned is sent to the warning page
 * and nothing reaches the site.
 */
export async function stopOrPass(details: browser.WebRequest.OnBeforeRequestDetailsType) {
  const state = await session();
  const verdict = await verdictToWarnOf(state, details.url);
  if (!verdict) return {};
  const incognito = details.incognito ?? true;
  // The redirects that led here were told before this request was.
  await noting;
  const under = state.journeys.tabs[details.tabId]?.pending.findLast(
    ({ chain }) => chain.at(-1)?.url === details.url,
  );
  const chain: Hop[] = under?.chain ?? [{ url: details.url, by: 'asked' }];
  await openWarning(state, details.tabId, details.url, verdict, {
    incognito,
    chain,
    stopped: 'before the request',
  });
  return { cancel: true };
}

async function visit(state: Session, shown: Visit): Promise<void> {
  const earlier = state.tabs[shown.tabId];
  // Done by a worker that did not live to note that it was done.
  if (isDocument(earlier) && earlier.key === shown.key) return decideOn(state, shown.tabId, earlier);
  const document: TabDocument = {
    key: shown.key,
    flagKey: shown.key,
    documentId: shown.documentId,
    url: shown.url,
    incognito: await isPrivate(shown.tabId),
    chain: shown.chain,
    verdict: null,
    fault: null,
    page: [],
    title: null,
    htmlLang: null,
    counted: false,
    carded: false,
    marks: null,
    trailed: [],
  };
  adoptWarning(state, shown.tabId, document);
  state.tabs[shown.tabId] = document;
  await decideOn(state, shown.tabId, document);
}

/** Judges a document anew from its address and what its page showed; then shows, then records. */
export async function decideOn(state: Session, tabId: number, document: TabDocument): Promise<void> {
  const loaded = await readyEngine(document);
  const sightings = loaded ? await applyVerdict(document, loaded) : [];
  await keep(state, 'tabs');
  const tier: Tier = document.verdict?.tier ?? 'unknown';
  if (state.tabs[tabId] === document) await showBadge(tabId, tier, await titleFor(tier));
  if (!loaded || !document.verdict) return;
  await offerCard(state, tabId, document);
  const settings = await readSettings();
  await record(document, loaded, state, settings);
  await noteTrail(document, sightings, settings);
  await keep(state, 'tabs');
}

async function readyEngine(document: TabDocument): Promise<Engine | null> {
  try {
    return await engine();
  } catch (error) {
    console.error(error);
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
  const domain = host.registrable ?? host.ascii;
  const circumstances: Circumstances = {
    page: document.page,
    succession: null,
    ignoredKinds: ignoreFor(settings.ignored, domain, new Date().toISOString()).kinds,
  };
  document.verdict = await judge(loaded, host, circumstances);
  document.fault = null;
  const { sightings, succession } = await followTrail(document, loaded, settings);
  if (succession) document.verdict = await judge(loaded, host, { ...circumstances, succession });
  return sightings;
}

async function showAgain(state: Session, shown: ShownDocument): Promise<void> {
  const known = Object.values(state.tabs).find((view) => isDocument(view) && view.key === shown.key);
  if (known && isDocument(known)) {
    state.tabs[shown.tabId] = known;
    await keep(state, 'tabs');
    const tier = known.verdict?.tier ?? 'unknown';
    return showBadge(shown.tabId, tier, await titleFor(tier));
  }
  await visit(state, { ...shown, kind: 'visit', askedFor: shown.url, chain: [], how: 'back-forward', at: 0 });
}

/** The way to a document is known better now; its flag, if it has one, is amended. */
async function retell(
  state: Session,
  { tabId, key, chain }: Extract<Decision, { kind: 'retold' }>,
): Promise<void> {
  const view = state.tabs[tabId];
  if (!isDocument(view) || view.key !== key) return;
  view.chain = chain;
  await decideOn(state, tabId, view);
}

async function moveInPage(state: Session, shown: ShownDocument): Promise<void> {
  const view = state.tabs[shown.tabId];
  if (!isDocument(view) || view.key !== shown.key) return;
  view.url = shown.url;
  await keep(state, 'tabs');
  const tier = view.verdict?.tier ?? 'unknown';
  await showBadge(shown.tabId, tier, await titleFor(tier));
}

async function isPrivate(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch (error) {
    // A tab that is gone can no longer say: keep nothing of it.
    console.debug(error);
    return true;
  }
}
