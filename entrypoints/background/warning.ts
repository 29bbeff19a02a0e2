import browser from 'webextension-polyfill';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { siteOf } from '../../utils/domain/site-of.ts';
import type { FlagAction } from '../../utils/history/flag.ts';
import { ignoreFor } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings/store.ts';
import type { LookalikeFinding, ReportedFinding, Verdict } from '../../utils/verdict/finding.ts';
import { BARE } from '../../utils/verdict/judge-host.ts';
import { engine, judge } from './engine.ts';
import { keep } from './kept-session.ts';
import { record, recordAction } from './recorder.ts';
import { report } from './report.ts';
import { isDocument, newDocument, type Session, type TabDocument, type Warning } from './tab-state.ts';
import { addWarning, dropWarning, lastWarning, warningAddress } from './tab-warnings.ts';
import { followTrail, noteTrail } from './trail.ts';

/** The finding that opens the warning page: reported, or a lookalike of high confidence. */
export function gravest(verdict: Verdict): LookalikeFinding | ReportedFinding | null {
  for (const finding of verdict.findings) {
    if (finding.kind === 'reported') return finding;
    if (finding.kind === 'lookalike' && finding.match.confidence === 'high') return finding;
  }
  return null;
}

/** The verdict on an address that calls for the warning page; null for any other. */
export async function verdictToWarnOf(url: string): Promise<Verdict | null> {
  const host = parseHost(url);
  if (isBadHost(host)) return null;
  const { ignored } = await readSettings();
  const { kinds } = ignoreFor(ignored, siteOf(host), new Date().toISOString());
  const verdict = await judge(await engine(), host, { ...BARE, ignoredKinds: kinds });
  return gravest(verdict) ? verdict : null;
}

/** Whether a warning of this was continued past; in private windows and outside each by itself. */
export function isAllowed(state: Session, verdict: Verdict, incognito: boolean): boolean {
  const domain = siteOf(verdict.host);
  return state.allowed.some((one) => one.host === domain && one.incognito === incognito);
}

/** Opens the warning in place of an address, and keeps what it needs to say. What fails after that is only told. */
export async function openWarning(
  state: Session,
  tabId: number,
  url: string,
  verdict: Verdict,
  facts: Pick<Warning, 'incognito' | 'stopped' | 'chain'>,
): Promise<void> {
  const warning = keepWarning(state, tabId, url, verdict, facts);
  const kept = keep(state, 'warnings');
  await browser.tabs
    .update(tabId, { url: warningAddress(warning) })
    .catch((cause: unknown) => takeBack(state, tabId, warning, cause));
  await kept;
  await recordWarning(state, warning).catch(report);
}

/** One that was not opened: the page that comes after its request is to be warned of. @throws the cause */
async function takeBack(state: Session, tabId: number, warning: Warning, cause: unknown): Promise<never> {
  dropWarning(state, tabId, warning);
  await keep(state, 'warnings');
  throw cause;
}

async function recordWarning(state: Session, warning: Warning): Promise<void> {
  const document = warnedDocument(warning);
  const [loaded, settings] = await Promise.all([engine(), readSettings()]);
  if (!(await record(document, loaded, state, settings))) return;
  // Done while there was no flag to note it on.
  if (warning.action !== 'shown') await noteAct(state, warning, warning.action);
  const { sightings } = await followTrail(document, warning.verdict, loaded, settings);
  await noteTrail(document, sightings, state, settings);
}

/** Notes what the user did at a warning; with its flag, where that is not written yet. */
export async function noteAct(state: Session, warning: Warning, action: FlagAction): Promise<void> {
  warning.action = action;
  await recordAction(state, { flagKey: warning.key, incognito: warning.incognito }, action);
}

/** Notes a warning as the tab's last. */
export function keepWarning(
  state: Session,
  tabId: number,
  url: string,
  verdict: Verdict,
  facts: Pick<Warning, 'incognito' | 'stopped' | 'chain'>,
): Warning {
  const key = `warning ${crypto.randomUUID()}`;
  const shown = state.tabs[tabId];
  // Reloaded, or led on within the site: it stands in the tab's history before the warning.
  const committed = isDocument(shown) && hostOf(shown.url) === hostOf(url);
  const soFar = { committed, arrived: false, continued: false, left: false, action: 'shown' } as const;
  const warning: Warning = { ...facts, ...soFar, key, url, verdict, at: Date.now() };
  addWarning(state, tabId, warning);
  return warning;
}

/**
 * The document of a visit whose host this tab was just warned of shares the warning's flag, the first one after a
 * Continue alone, which may be at an earlier warning that was gone back to. Answers whether the warnings have changed,
 * and are to be kept together with the document.
 */
export function adoptWarning(state: Session, tabId: number, document: TabDocument): boolean {
  const last = lastWarning(state, tabId);
  const ofHost = (state.warnings[tabId] ?? []).filter(({ url }) => hostOf(url) === hostOf(document.url));
  const open = ofHost.filter(({ left }) => !left);
  const warning = open.findLast(({ continued }) => continued) ?? open.find((one) => one === last);
  if (!warning) return false;
  document.flagKey = warning.key;
  if (warning.continued) for (const one of ofHost) one.left = true;
  else warning.committed = true;
  return true;
}

/**
 * Whether the tab was just warned of this address, and its warning has not come: the request came before, and the page
 * after all.
 */
export function isUnderWay(state: Session, tabId: number, url: string): boolean {
  const warning = lastWarning(state, tabId);
  if (!warning || warning.arrived || warning.continued || warning.left) return false;
  return warning.url === url && Date.now() - warning.at < UNDER_WAY;
}

/** From a request to its page, ms: a slow server's; a page restored later is warned of anew. */
const UNDER_WAY = 30_000;

function hostOf(url: string): string | undefined {
  return URL.parse(url)?.host;
}

function warnedDocument(warning: Warning): TabDocument {
  const { key, url, incognito, chain, verdict } = warning;
  // A warned page was not read: it is no visit, and no part of the denominator until it is.
  return { ...newDocument({ key, documentId: null, url, incognito, chain }), verdict, counted: true };
}
