import * as v from 'valibot';
import { routes } from '../../../entrypoints/background/routes.ts';
import { readFlag } from '../../../utils/export/read-flag.ts';
import { readLines } from '../../../utils/export/read-lines.ts';
import { FlagRecordSchema } from '../../../utils/history/flag-schema.ts';
import { assess } from '../../../utils/landing/assess.ts';
import { buildNameIndex } from '../../../utils/landing/names.ts';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { PageSignalsSchema } from '../../../utils/landing/page-signals-schema.ts';
import { dispatch, type Routes, route } from '../../../utils/messaging/channel.ts';
import { identify } from '../../../utils/messaging/sender.ts';
import { step } from '../../../utils/navigation/machine.ts';
import { restoreJourneys } from '../../../utils/navigation/state.ts';
import { applyPolicy, parsePolicy } from '../../../utils/settings/policy.ts';
import { parseSettings } from '../../../utils/settings/settings.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { exchange } from '../../unit/list/sample-list.ts';
import { bytesOf, type FuzzTarget, must, readValue } from '../target.ts';

const JSON_WORDS = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  'null',
  'true',
  '-1',
  '1e999',
  '"__proto__":{}',
  '"constructor":',
  '\\u0000',
  '\\ud800',
  '""',
];
const json = (...values: unknown[]) => bytesOf(...values.map((value) => JSON.stringify(value)));

const PAGE = {
  ...emptySignals(),
  title: '欧易OKX邀请码：返佣 20%',
  lang: 'zh-CN',
  scripts: { han: 60, kana: 0, hangul: 0, latin: 10, other: 0 },
  text: '立即注册，支付宝购买 USDT，合约交易，邀请码 ABC，客服 QQ 10000，京ICP备12345678号，注册地：塞舌尔',
  links: [{ url: 'https://www.okx.com/join/7', text: '立即注册' }],
  headings: ['永续合约'],
  assetHosts: ['hm.baidu.com'],
};
const NAMES = buildNameIndex([{ ...exchange('okx', ['okx.com']), names_zh: ['欧易'], aliases: ['OKEx'] }]);

const pageSignals: FuzzTarget = {
  name: 'page signals',
  seeds: json(PAGE, emptySignals()),
  words: [
    ...JSON_WORDS,
    '邀请码',
    '返佣',
    'USDT',
    '微信',
    '+86',
    'ICP',
    '交易所',
    'https://',
    '?ref=',
    '\u0000',
    '\u202e',
  ],
  run(input) {
    const read = v.safeParse(PageSignalsSchema, readValue(input));
    if (!read.success) return;
    const { score } = assess(read.output, { host: 'a.example', hostOwner: () => null }, NAMES);
    must(score >= 0 && score <= 1, 'a score from 0 to 1');
  },
};

const { local: _local, ...FLAG } = storedFlag({
  flag_id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  document: 'd',
});

const imported: FuzzTarget = {
  name: 'import',
  seeds: bytesOf(`${JSON.stringify(FLAG)}\n`, `\uFEFF${JSON.stringify(FLAG)}\r\n{}\n`, '\n\n'),
  words: [...JSON_WORDS, '\n', '\r\n', '"schema_version":2', '\uFEFF'],
  async run(input) {
    const bytes = new Blob([input.slice()]).stream();
    for await (const line of readLines(bytes)) {
      const read = readFlag(line);
      if ('flag' in read)
        must(v.is(FlagRecordSchema, JSON.parse(JSON.stringify(read.flag))), 'a flag stays a flag');
    }
  },
};

const ID = 'an-extension';
const ROOT = 'chrome-extension://an-extension/';
/** The routes as they are, but for what answers: that they were let in at all is what is looked at. */
const DOOR: Routes = Object.fromEntries(
  Object.entries(routes).map(([kind, { from, payload }]) => [
    kind,
    route(from, payload, async () => 'let in'),
  ]),
);
const page = { id: ID, url: 'https://a.example/', frameId: 0, tab: { id: 1, incognito: false } };
const surface = { id: ID, url: `${ROOT}popup.html`, frameId: 0 };

const messages: FuzzTarget = {
  name: 'message',
  seeds: json(
    ...[page, surface, { ...page, frameId: 3 }, { ...surface, id: 'another' }].flatMap((sender) =>
      Object.keys(routes).map((kind) => ({ sender, message: { kind, payload: {} } })),
    ),
    { sender: page, message: { kind: 'assessPage', payload: PAGE } },
    { sender: page, message: { kind: 'gesture', payload: { at: 1 } } },
    { sender: surface, message: { kind: 'popup', payload: { tabId: 1 } } },
  ),
  words: [...JSON_WORDS, ...Object.keys(routes), ID, ROOT, 'https://', '"frameId":0', '"toString"'],
  async run(input) {
    const value = readValue(input);
    const { sender: raw, message } = (typeof value === 'object' && value !== null ? value : {}) as {
      sender?: unknown;
      message?: unknown;
    };
    const sender = identify(typeof raw === 'object' && raw !== null ? raw : {}, ID, ROOT);
    const reply = await dispatch(DOOR, message, sender, (error) => {
      throw error;
    });
    if ('refused' in reply) return;
    const { kind } = message as { kind: keyof typeof routes };
    const { id, url, frameId } = raw as typeof page;
    const ours = id === ID && url.startsWith(ROOT);
    const top = id === ID && frameId === 0 && /^https?:/.test(url);
    must(routes[kind].from === 'surface' ? ours : top, `${kind} let in from elsewhere`);
  },
};

const settings: FuzzTarget = {
  name: 'settings',
  seeds: json({}, parseSettings({}), { recording: 'on', ignored: [{ id: 'a', domain: 'a.com', kinds: [] }] }),
  words: [...JSON_WORDS, '"recording":', '"on"', '"off"', '"retentionDays":', '"ignored":', '"listKeys":'],
  run(input) {
    const read = parseSettings(readValue(input));
    must(JSON.stringify(parseSettings(read)) === JSON.stringify(read), 'settings read again are the same');
  },
};

const policy: FuzzTarget = {
  name: 'policy',
  seeds: json({}, { recording: 'off', retentionDays: 30, listKeys: ['k'] }, { recording: 'on' }),
  words: [
    ...JSON_WORDS,
    '"recording":',
    '"on"',
    '"off"',
    '"retentionDays":',
    '"listAddress":',
    '"language":',
  ],
  run(input) {
    const read = parsePolicy(readValue(input));
    const chosen = parseSettings({ recording: 'paused', retentionDays: 60 });
    const held = applyPolicy(chosen, read);
    must(held.recording === 'paused' || held.recording === 'off', 'no policy begins to record');
    must(held.retentionDays <= 60, 'no policy keeps longer');
  },
};

const navigation: FuzzTarget = {
  name: 'navigation events',
  seeds: json(
    [{ kind: 'before', tabId: 1, frameId: 0, url: 'https://a.example/', timeStamp: 1 }],
    [{ kind: 'committed', tabId: 1, frameId: 0, url: 'https://a.example/', timeStamp: 2, documentId: 'd' }],
    [
      {
        kind: 'redirect',
        tabId: 1,
        frameId: 0,
        url: 'http://a.example/',
        redirectUrl: 'https://b.example/',
        requestId: 'r',
        timeStamp: 1,
      },
    ],
    [{ kind: 'sweep', timeStamp: 3, tabs: [{ tabId: 1, url: 'https://a.example/' }] }],
  ),
  words: [
    ...JSON_WORDS,
    '"committed"',
    '"before"',
    '"redirect"',
    '"sweep"',
    '"tabId":',
    '"frameId":0',
    'about:blank',
  ],
  run(input) {
    const value = readValue(input);
    let state = restoreJourneys(value);
    for (const event of Array.isArray(value) ? value.slice(0, 50) : [value]) state = step(state, event).state;
    must(
      JSON.stringify(restoreJourneys(JSON.parse(JSON.stringify(state)))) === JSON.stringify(state),
      'as kept',
    );
  },
};

export const VALUES = [pageSignals, imported, messages, settings, policy, navigation];
