import browser from 'webextension-polyfill';
import { siteOf } from '../../utils/domain/site-of.ts';
import { buildFlag } from '../../utils/history/build-flag.ts';
import { noteCoverage } from '../../utils/history/coverage.ts';
import { openHistory } from '../../utils/history/database.ts';
import type { CoverageReason, FlagAction } from '../../utils/history/flag.ts';
import { readerOf } from '../../utils/history/flag-reader.ts';
import { keepOpen } from '../../utils/history/keep-open.ts';
import { localDay } from '../../utils/history/local-day.ts';
import { countChecked, noteAction, recordFlag } from '../../utils/history/record.ts';
import { withoutAddress } from '../../utils/navigation/shown.ts';
import { ignoreFor, type Settings } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings/store.ts';
import type { FindingKind, Verdict } from '../../utils/verdict/finding.ts';
import { DETECTOR_VERSION } from '../detector/version.ts';
import type { Engine } from './engine.ts';
import { noteFlag, turnToFlag } from './flag-of.ts';
import { report } from './report.ts';
import { mayRead, mayReadAll } from './site-access.ts';
import type { Session, TabDocument } from './tab-state.ts';
import { noteRecorded } from './unrecorded.ts';

/** The history, opened once a worker. */
export const history = keepOpen(openHistory);

/** The index of its flags. */
export const flagReader = readerOf(history);

/**
 * Writes what a visit came to: the day's count, and a flag where there are findings.
 * Nothing of private windows, nothing unless the user chose to record, nothing where an ignore entry says so, nothing
 * of a page that the browser does not let Ensign read, and nothing again where the flag was deleted while its document
 * is shown. Answers whether the document has a flag.
 * What fails is told on the surfaces, until a page can be recorded again.
 */
export async function record(
  document: TabDocument,
  engine: Engine,
  session: Session,
  settings: Settings,
): Promise<boolean> {
  const { verdict } = document;
  if (document.incognito || settings.recording !== 'on' || !verdict) return false;
  const ignored = ignoredOn(siteOf(verdict.host), settings);
  if (!ignored.record) return false;
  const isFound = verdict.findings.length + verdict.ignored.length > 0;
  if (document.counted && !isFound) return false;
  try {
    if (!(await mayRead(document.url))) return false;
    const flagged = await write(document, verdict, engine, session, settings, ignored.kinds);
    await noteRecorded(session, null);
    return flagged;
  } catch (error) {
    await noteRecorded(session, { error });
    throw error;
  }
}

async function write(
  document: TabDocument,
  verdict: Verdict,
  engine: Engine,
  session: Session,
  settings: Settings,
  ignoredKinds: FindingKind[],
): Promise<boolean> {
  const now = new Date();
  const day = localDay({ observed_at: now.toISOString(), tz_offset_min: -now.getTimezoneOffset() });
  const database = await history();
  turnToFlag(document, verdict);
  if (!document.counted) {
    document.counted = true;
    await countChecked(database, day).catch((cause: unknown) => {
      document.counted = false;
      throw cause;
    });
  }
  if (verdict.findings.length + verdict.ignored.length === 0) return false;
  const platform = await browser.runtime.getPlatformInfo();
  const flag = buildFlag(verdict, {
    flagId: crypto.randomUUID(),
    document: flagKeyOf(session, document),
    now: now.getTime(),
    timezoneOffsetMinutes: now.getTimezoneOffset(),
    url: document.url,
    title: document.title,
    htmlLang: document.htmlLang,
    detectedLang: null,
    redirectChain: document.chain.slice(0, -1).flatMap(({ url }) => URL.parse(url)?.hostname ?? []),
    referrerDomain: null,
    sessionPseudonym: session.pseudonym,
    settings: {
      stored_detail: settings.storedDetail,
      store_title: settings.storeTitles,
      ignored_kinds: ignoredKinds,
    },
    listSha256: engine.sha256,
    detectorVersion: DETECTOR_VERSION,
    extensionVersion: browser.runtime.getManifest().version,
    browser: browserName(navigator.userAgent),
    os: platform.os,
  });
  const { outcome } = await recordFlag(database, flag, day, document.flagged);
  document.flagged = true;
  noteFlag(document, verdict);
  return outcome !== 'gone';
}

/**
 * Notes what the user did with a document's flag, where it has one and its site is recorded now; a history that takes
 * no note holds nobody up.
 */
export async function recordAction(
  session: Session,
  document: Pick<TabDocument, 'flagKey' | 'incognito'>,
  action: FlagAction,
): Promise<void> {
  if (document.incognito) return;
  try {
    const settings = await readSettings();
    if (settings.recording !== 'on') return;
    const isRecorded = (site: string) => ignoredOn(site, settings).record;
    await noteAction(await history(), flagKeyOf(session, document), action, isRecorded);
  } catch (error) {
    report(error);
  }
}

function ignoredOn(site: string, { ignored }: Settings) {
  return ignoreFor(ignored, site, new Date().toISOString());
}

/**
 * Under what a document's flag is kept, and what the trail took from it. A key that the browser gave no id for bears
 * the address, which is stored as far as the detail allows and in no key.
 */
export function flagKeyOf(session: Session, document: Pick<TabDocument, 'flagKey'>): string {
  return `${session.pseudonym} ${withoutAddress(document.flagKey)}`;
}

/** Brings the coverage intervals up to date with the settings and permissions. */
export async function recordCoverage(settings: Settings): Promise<void> {
  const allowed = await mayReadAll();
  const reasons: Record<Settings['recording'], CoverageReason> = {
    undecided: 'not chosen',
    on: allowed ? 'recording' : 'no permission',
    paused: 'paused',
    off: 'off',
  };
  await noteCoverage(await history(), reasons[settings.recording], new Date().toISOString());
}

/** 'Mozilla/5.0 … Firefox/153.0' => 'firefox 153'. */
function browserName(userAgent: string): string {
  const found = /(Firefox|Edg|Chrome)\/(\d+)/.exec(userAgent);
  return found ? `${found[1]?.toLowerCase()} ${found[2]}` : 'unknown';
}
