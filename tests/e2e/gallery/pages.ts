import type { FlagBrief } from '../../../components/models/flag.ts';
import type { JudgedPage, PageState, PopupModel, ShownHost } from '../../../components/models/popup.ts';
import * as f from './findings.ts';

export const LIST = { version: 412, issued: '2026-11-20' };

export function host(unicode: string, ascii: string = unicode): ShownHost {
  return { unicode, ascii, registrable: ascii.replace(/^www\./, '') };
}

/** Fills in what most samples leave empty. */
function judged<Page extends object>(page: Page): Page & { also: []; ignored: [] } {
  return { also: [], ignored: [], ...page };
}

/** What a hostile page could put where a host or a title stands: bidi, markup, controls, length. */
export const HOSTILE = '\u202egnp.tfihs<b onmouseover=alert(1)>\u0000\u200f';

export const PAGES: Record<PageName, PageState> = {
  listed: judged({ state: 'listed', host: host('okx.com'), finding: f.listed }),
  former: judged({ state: 'listed', host: host('www.okex.com'), finding: f.former }),
  lineage: judged({
    state: 'listed',
    host: host('huobi.com'),
    finding: { ...f.former, exchange: f.HUOBI, name: 'huobi.com', lineage: f.HUOBI_LINEAGE },
  }),
  claimed: judged({ state: 'listed', host: host('ouyicn.group'), finding: f.claimed }),
  repurposed: judged({ state: 'listed', host: host('oldcoin.example'), finding: f.repurposed }),
  lender: judged({ state: 'listed', host: host('nexo.com'), finding: f.lender }),
  lookalike: judged({ state: 'lookalike', host: host('0kx.com'), finding: f.lookalike }),
  homoglyph: judged({ state: 'lookalike', host: host('οkx.com', 'xn--kx-jbc.com'), finding: f.greek }),
  combosquat: judged({ state: 'lookalike', host: host('okx-wallets.com'), finding: f.combo }),
  embedded: judged({
    state: 'lookalike',
    host: host('okx.com.verify-account.example.net'),
    finding: f.embedded,
  }),
  reported: judged({ state: 'reported', host: host('okx-bonus.example'), finding: f.reported }),
  landing: judged({
    state: 'landing',
    host: host('ouyi-rumen.example'),
    finding: f.landing,
    also: [f.operations],
  }),
  unnamed: judged({ state: 'landing', host: host('jiaoyi.example'), finding: f.unnamed }),
  brandClaim: judged({
    state: 'brandClaim',
    host: host('www.ou-yi-global.example'),
    finding: f.brandClaim,
    also: [f.succession, f.operations],
  }),
  succession: judged({ state: 'succession', host: host('ou-yi-global.example'), finding: f.succession }),
  notListed: judged({ state: 'notListed', host: host('en.wikipedia.org') }),
  ignored: judged({ state: 'notListed', host: host('okx.ac'), ignored: ['listed'] }),
  cannotCheck: { state: 'cannotCheck', address: 'chrome://extensions', reason: 'restricted page' },
  permissionMissing: { state: 'permissionMissing', host: host('news.example.org') },
  listNotReady: { state: 'listNotReady', host: host('okx.com') },
  hostile: judged({
    state: 'landing',
    host: host(`${HOSTILE}${'long-'.repeat(40)}.example`),
    finding: {
      ...f.landing,
      exchange: { ...f.OKX, name: HOSTILE, nameZh: 'x'.repeat(500) },
      signals: [{ id: HOSTILE, version: 1, value: `${HOSTILE}${'很'.repeat(5000)}`, weight: 1 }],
    },
  }),
};

export type PageName =
  | 'listed'
  | 'former'
  | 'lineage'
  | 'claimed'
  | 'repurposed'
  | 'lender'
  | 'lookalike'
  | 'homoglyph'
  | 'combosquat'
  | 'embedded'
  | 'reported'
  | 'landing'
  | 'unnamed'
  | 'brandClaim'
  | 'succession'
  | 'notListed'
  | 'ignored'
  | 'cannotCheck'
  | 'permissionMissing'
  | 'listNotReady'
  | 'hostile';

const flag = (
  id: string,
  tier: FlagBrief['tier'],
  kind: FlagBrief['kind'],
  hostname: string,
  at: string,
) => ({
  id,
  tier,
  kind,
  host: hostname,
  observedAt: at,
});

export const RECENT: FlagBrief[] = [
  flag('1', 'notice', 'listed', 'okex.com', '2026-11-22T14:02:31.000Z'),
  flag('2', 'danger', 'lookalike', '0kx.com', '2026-11-22T13:47:08.000Z'),
  flag('3', 'caution', 'landing', 'ouyi-rumen.example', '2026-11-22T13:40:55.000Z'),
  flag('4', 'caution', 'listed', 'ouyicn.group', '2026-11-21T20:03:12.000Z'),
  flag('5', 'notice', 'listed', 'www.okx.com', '2026-11-20T18:44:20.000Z'),
];

export function popupModel(page: PageState, change: Partial<PopupModel> = {}): PopupModel {
  return {
    asked: null,
    more: false,
    page,
    list: page.state === 'listNotReady' ? null : LIST,
    stale: null,
    privateWindow: false,
    unrecorded: null,
    recording: { mode: 'on', locked: false },
    recent: RECENT,
    policy: { managed: false, foreignList: false, support: null },
    ...change,
  };
}

/** States of the popup that lie beside the verdict. */
export const POPUP_STATES: Record<string, PopupModel> = {
  ...Object.fromEntries(Object.entries(PAGES).map(([name, page]) => [name, popupModel(page)])),
  stale: popupModel(PAGES.notListed, {
    list: { version: 398, issued: '2026-10-12' },
    stale: {
      ageDays: 41,
      lastTry: { at: '2026-11-22T09:12:00.000Z', outcome: 'no answer', facts: { file: 'pointer' } },
      canUpdate: true,
    },
  }),
  privateWindow: popupModel(PAGES.listed, { privateWindow: true, recent: [] }),
  privateLanding: popupModel(PAGES.landing, { privateWindow: true, recent: [] }),
  undecided: popupModel(PAGES.notListed, { recording: { mode: 'undecided', locked: false }, recent: [] }),
  link: popupModel(PAGES.notListed, { asked: { page: PAGES.homoglyph as JudgedPage } }),
  linkListed: popupModel(PAGES.notListed, { asked: { page: PAGES.former as JudgedPage } }),
  linkFault: popupModel(PAGES.notListed, { asked: { fault: 'ip address' } }),
  paused: popupModel(PAGES.notListed, { recording: { mode: 'paused', locked: false } }),
  unrecorded: popupModel(PAGES.listed, { unrecorded: 'full' }),
  policy: popupModel(PAGES.notListed, {
    recording: { mode: 'off', locked: true },
    policy: { managed: true, foreignList: true, support: 'mailto:helpdesk@school.example' },
  }),
};
