import type { LineageEdge } from '../../../utils/exchange/record.ts';
import type {
  BrandClaimFinding,
  ExchangeName,
  LandingFinding,
  ListedFinding,
  LookalikeFinding,
  OperationsFinding,
  ReportedFinding,
  SuccessionFinding,
} from '../../../utils/verdict/finding.ts';

/** Invented, or as recorded of well-known exchanges: what the surfaces are shown and tested with. */
export const OKX: ExchangeName = { id: 'okx', name: 'OKX', nameZh: '欧易', type: 'exchange' };
export const LENDER: ExchangeName = { id: 'nexo', name: 'Nexo', nameZh: null, type: 'lender' };
export const HUOBI: ExchangeName = { id: 'huobi', name: 'HTX', nameZh: '火币', type: 'exchange' };

const edge = (from: string, to: string, year?: number): LineageEdge => ({
  from,
  to,
  kind: 'renaming',
  source: 'coingecko/cryptoexchange git history of market.rb',
  ...(year === undefined ? {} : { year }),
});

export const OKX_LINEAGE = [edge('okcoin.cn', 'okex.com', 2017), edge('okex.com', 'okx.com', 2022)];
export const HUOBI_LINEAGE = [
  edge('huobi.com', 'huobi.pro', 2017),
  edge('huobi.pro', 'hbg.com', 2019),
  edge('hbg.com', 'huobi.com'),
  edge('huobi.com', 'htx.com', 2023),
];

export const listed: ListedFinding = {
  kind: 'listed',
  tier: 'notice',
  exchange: OKX,
  name: 'okx.com',
  role: 'primary',
  weaknesses: [],
  from: '2022-01',
  until: null,
  source: 'v2fly/domain-list-community@c975ccef data/okx; npm ccxt okx urls.www',
  year: 2026,
  lastChecked: null,
  lineage: OKX_LINEAGE,
};

export const former: ListedFinding = {
  ...listed,
  name: 'okex.com',
  role: 'former',
  weaknesses: ['former'],
  from: '2017',
  until: '2022-01',
  lastChecked: '2026-11-20',
};

export const claimed: ListedFinding = {
  ...listed,
  tier: 'caution',
  name: 'ouyicn.group',
  role: 'mirror',
  weaknesses: ['claimed'],
  from: null,
  source: 'public repository file (okex_trading_ui readme: ouyicn.group)',
  year: null,
};

export const repurposed: ListedFinding = {
  ...former,
  tier: 'caution',
  weaknesses: ['former', 'repurposed'],
  name: 'oldcoin.example',
};

export const lender: ListedFinding = { ...listed, exchange: LENDER, name: 'nexo.com', lineage: [] };

export const lookalike: LookalikeFinding = {
  kind: 'lookalike',
  tier: 'danger',
  exchange: OKX,
  match: {
    exchange: 'okx',
    target: 'okx.com',
    techniques: ['homoglyph'],
    marks: [{ start: 0, end: 1, kind: 'replaced', expected: 'o' }],
    score: 0.98,
    confidence: 'high',
  },
};

export const greek: LookalikeFinding = { ...lookalike };

export const combo: LookalikeFinding = {
  ...lookalike,
  tier: 'caution',
  match: {
    ...lookalike.match,
    techniques: ['combosquat'],
    marks: [{ start: 3, end: 11, kind: 'inserted', expected: '' }],
    confidence: 'low',
    score: 0.6,
  },
};

export const embedded: LookalikeFinding = {
  ...lookalike,
  match: {
    ...lookalike.match,
    techniques: ['target-embedding'],
    marks: [{ start: 7, end: 34, kind: 'inserted', expected: '' }],
  },
};

export const reported: ReportedFinding = {
  kind: 'reported',
  tier: 'danger',
  exchange: OKX,
  name: 'okx-bonus.example',
  source: 'eth-phishing-detect 1.2.0',
  firstSeen: '2026-08-02',
  lastSeen: '2026-11-01',
};

export const landing: LandingFinding = {
  kind: 'landing',
  tier: 'caution',
  exchange: OKX,
  pageKind: 'affiliate',
  script: 'Hans',
  sure: 'high',
  score: 0.96,
  signals: [
    { id: 'title-dealing', version: 1, value: '欧易OKX官网注册与App下载教程', weight: 2 },
    { id: 'call-to-action', version: 1, value: '立即注册、下载APP、邀请码', weight: 0.8 },
    { id: 'invitation-links', version: 1, value: 'okx.com/join/88360001', weight: 0.5 },
    { id: 'app-downloads', version: 1, value: 'okx-6.91.apk', weight: 0.4 },
    { id: 'article', version: 1, value: '编辑', weight: -0.3 },
  ],
};

export const unnamed: LandingFinding = {
  ...landing,
  exchange: null,
  pageKind: 'exchange',
  sure: 'low',
  script: 'Hant',
};

export const brandClaim: BrandClaimFinding = {
  kind: 'brandClaim',
  tier: 'caution',
  exchange: OKX,
  signals: [
    { id: 'claims-title', version: 1, value: '欧易 | 比特币交易平台', weight: 0 },
    { id: 'claims-copyright', version: 1, value: '© 2026 OKX 版权所有', weight: 0 },
  ],
};

export const operations: OperationsFinding = {
  kind: 'operations',
  tier: 'none',
  operations: [
    { id: 'icp-filing', version: 1, value: '粤ICP备2025000001号', weight: 0 },
    { id: 'wechat-support', version: 1, value: '添加微信客服', weight: 0 },
  ],
  seatClaims: [{ id: 'seat-offshore', version: 1, value: '塞舌尔', weight: 0 }],
};

export const succession: SuccessionFinding = {
  kind: 'succession',
  tier: 'caution',
  exchange: OKX,
  from: 'okex.com',
  to: 'ou-yi-global.example',
  evidence: 'redirect',
  seen: '2026-10-14',
};
