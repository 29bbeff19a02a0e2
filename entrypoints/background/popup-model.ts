import browser from 'webextension-polyfill';
import type { FlagBrief } from '../../components/models/flag.ts';
import type { ListBrief } from '../../components/models/list.ts';
import { isSameHost, pageState, saysAll } from '../../components/models/page-state.ts';
import type { CheckAnswer, PageState, PopupModel } from '../../components/models/popup.ts';
import { type Host, isBadHost, parseHost } from '../../utils/domain/host.ts';
import { latestFlags } from '../../utils/history/query.ts';
import { flagBrief } from '../history/flag-rows.ts';
import { takeAskedLink } from './asked-link.ts';
import { type Engine, engine, judge } from './engine.ts';
import { staleList } from './list-status.ts';
import { popupFacts } from './popup-facts.ts';
import { history } from './recorder.ts';
import { orNull, report } from './report.ts';
import { session } from './session.ts';
import { mayRead } from './site-access.ts';
import { isDocument, type TabView, type Warning } from './tab-state.ts';
import { warningAddress } from './tab-warnings.ts';
import { unrecorded } from './unrecorded.ts';

const RECENT = 5;

/**
 * Everything the popup shows of one tab.
 * @param opened whether the popup asks for the first time: it is then told of the link that was asked about
 */
export async function popupModel(tabId: number, opened: boolean): Promise<PopupModel> {
  const [tab, state, facts] = await Promise.all([browser.tabs.get(tabId), session(), popupFacts()]);
  const privateWindow = tab.incognito;
  const link = opened ? takeAskedLink(tabId) : null;
  const loaded = await orNull(engine());
  const [answered, page, stale, recent, fault] = await Promise.all([
    answerTo(link),
    warnedPage(state.warnings[tabId], tab) ?? pageOf(state.tabs[tabId], tab, loaded),
    loaded ? staleList(loaded) : null,
    privateWindow ? [] : recentFlags(),
    privateWindow ? null : unrecorded(),
  ]);
  return {
    ...facts,
    privateWindow,
    asked: answered,
    page,
    list: loaded ? listBrief(loaded) : null,
    stale,
    recent,
    unrecorded: fault,
    more: false,
  };
}

/** The verdict on an address somebody typed; nothing is stored. */
export async function checkAddress(address: string): Promise<CheckAnswer> {
  const host = parseHost(address);
  if (isBadHost(host)) return { fault: host.fault };
  return { page: pageState(await judge(await engine(), host)) };
}

async function answerTo(link: string | null): Promise<PopupModel['asked']> {
  return link === null ? null : checkAddress(link);
}

export function listBrief({ list }: Engine): ListBrief {
  return { version: list.meta.version, issued: list.meta.issued };
}

/** On the warning page the popup speaks of the address that was warned of. */
function warnedPage(warnings: Warning[] | undefined, { url }: browser.Tabs.Tab): PageState | null {
  const warning = warnings?.find((one) => warningAddress(one) === url);
  return warning ? pageState(warning.verdict) : null;
}

async function pageOf(
  view: TabView | undefined,
  tab: browser.Tabs.Tab,
  loaded: Engine | null,
): Promise<PageState> {
  const url = tab.url ?? '';
  const judged = isDocument(view) && isSameHost(view.url, url) ? view : null;
  if (judged?.verdict && saysAll(judged.verdict, judged.marks)) return pageState(judged.verdict);
  if (view && !isDocument(view) && view.elsewhere === 'error page') {
    return { state: 'cannotCheck', address: view.url, reason: 'not loaded' };
  }
  const address = url === '' ? (view?.url ?? '') : url;
  if (!(await mayRead(address))) return { state: 'permissionMissing', host: shownHost(address) };
  if (judged?.verdict) return pageState(judged.verdict);
  if (url === '') return { state: 'cannotCheck', address: '', reason: 'restricted page' };
  if (!/^https?:/.test(url)) return { state: 'cannotCheck', address: url, reason: schemeReason(url) };
  if (!loaded) return { state: 'cannotCheck', address: url, reason: 'list not readable' };
  const host = parseHost(url);
  if (isBadHost(host)) return { state: 'cannotCheck', address: url, reason: 'not a hostname' };
  return pageState(await judge(loaded, host));
}

function schemeReason(url: string): 'no web address' | 'restricted page' {
  return /^(?:file|data|view-source|blob):/.test(url) ? 'no web address' : 'restricted page';
}

function shownHost(url: string): Pick<Host, 'ascii' | 'unicode' | 'registrable'> | null {
  const host = parseHost(url);
  return isBadHost(host) ? null : host;
}

async function recentFlags(): Promise<FlagBrief[]> {
  try {
    return (await latestFlags(await history(), RECENT)).map(flagBrief);
  } catch (error) {
    report(error);
    return [];
  }
}
