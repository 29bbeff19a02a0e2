import { describe, expect, it } from 'vitest';
import { type FeatureId, readFeatures } from '../../../utils/landing/features.ts';
import { readLinks } from '../../../utils/landing/links.ts';
import { emptySignals, type PageSignals } from '../../../utils/landing/page-signals.ts';
import { readPage } from '../../../utils/landing/reading.ts';
import { countScripts } from '../../../utils/landing/script-counts.ts';
import { context } from './records.ts';

function features(page: Partial<PageSignals>) {
  const signals = { ...emptySignals(), ...page };
  countScripts(signals.title + signals.text, signals.scripts);
  return readFeatures(signals, readPage(signals), readLinks(signals, context()));
}
const amount = (id: FeatureId, page: Partial<PageSignals>) => features(page)[id].amount;
const damped = (count: number) => Math.log2(1 + count);
/** Han that are no word of any family. */
const HAN = (count: number) => '竹'.repeat(count);
const link = (url: string, text = '') => ({ url, text });

describe('words of a family', () => {
  it.each<[FeatureId, string, number, string[]]>([
    ['product', '盘口 撤单', 2, ['盘口', '撤单']],
    ['product', '盘口 盘口', 1, ['盘口']],
    ['product', '盘口 提领 冻卡', 3, ['盘口', '提领', '冻卡']],
    ['product', '行情', 0.35, ['行情']],
    ['product', '行情 盘口', 1.35, ['盘口', '行情']],
    ['coin-dealing', '放币', 1, ['放币']],
    ['own-voice', '敬上', 1, ['敬上']],
    ['call-to-action', '开户 福利', 1.35, ['开户', '福利']],
    ['account', '注册', 1, ['注册']],
    ['knowledge', '哈希 插件', 1.35, ['哈希', '插件']],
    ['article', '记者 表示', 1.35, ['记者', '表示']],
    ['other-trade', '港股 黄金', 1.35, ['港股', '黄金']],
  ])('%s of %s is as much as %d distinct words', (id, text, count, words) => {
    const feature = features({ text })[id];
    expect(feature.amount).toBeCloseTo(damped(count), 10);
    expect(feature.words).toEqual(words);
  });

  it('counts half on a page of twice the length', () => {
    expect(amount('article', { text: `记者\n${HAN(198)}` })).toBeCloseTo(damped(1), 10);
    expect(amount('article', { text: `记者\n${HAN(398)}` })).toBeCloseTo(damped(0.5), 10);
  });
});

describe('coins', () => {
  it('are counted for each hundred Han, and for no fewer', () => {
    expect(features({ text: 'usdt btc' })['coin-density']).toEqual({ amount: damped(2), words: ['2'] });
    expect(amount('coin-density', { text: `usdt ${HAN(200)}` })).toBeCloseTo(damped(0.5), 10);
    expect(amount('coin-density', { text: HAN(200) })).toBe(0);
  });
  it('are counted as often as they are said, and so is dealing in them', () => {
    expect(features({ text: 'usdt usdt 放币' })['coin-density'].words).toEqual(['3']);
  });
});

describe('a title', () => {
  it.each<[string, string[]]>([
    ['海燕交易所', ['交易所']],
    ['币币交易', ['币币交易']],
    ['买U', ['买']],
    ['卖币人', ['卖币']],
    ['买家', []],
    ['海燕', []],
  ])('%s says of dealing: %s', (title, words) => {
    expect(features({ title })['title-dealing']).toEqual({ amount: words.length > 0 ? 1 : 0, words });
  });
  it('invites', () => {
    expect(features({ title: '海燕开户' })['title-invites']).toEqual({ amount: 1, words: ['开户'] });
    expect(features({ title: '海燕' })['title-invites']).toEqual({ amount: 0, words: [] });
  });
  it('of another kind says nothing of dealing', () => {
    const {
      'title-dealing': dealing,
      'title-invites': invites,
      'other-title': other,
    } = features({
      title: '交易所下载新闻',
    });
    expect(other).toEqual({ amount: damped(1), words: ['新闻'] });
    expect([dealing.amount, invites.amount]).toEqual([0, 0]);
  });
  it('of another kind is so by three words at most', () => {
    expect(amount('other-title', { title: '新闻、律师、归零、播客' })).toBe(damped(3));
    expect(amount('other-title', { title: '新闻、律师' })).toBe(damped(2));
  });
  it('is the first heading where there is none', () => {
    expect(features({ headings: ['海燕交易所', '开户'] })['title-dealing'].words).toEqual(['交易所']);
    expect(features({ headings: ['海燕', '海燕交易所'] })['title-dealing'].words).toEqual([]);
    expect(features({ title: '海燕', headings: ['海燕交易所'] })['title-dealing'].words).toEqual([]);
  });
});

describe('headings', () => {
  it('are counted by what they say, each word shown once', () => {
    const feature = features({ headings: ['开户', '提领与开户', '新闻与开户', '海燕'] })['heading-action'];
    expect(feature).toEqual({ amount: damped(3), words: ['开户', '提领'] });
  });
  it('say most with seven', () => {
    expect(amount('heading-action', { headings: Array(7).fill('开户') })).toBe(damped(7));
    expect(amount('heading-action', { headings: Array(9).fill('开户') })).toBe(damped(7));
  });
});

describe('ways to pay', () => {
  it.each([
    ['支付宝', 0],
    ['支付宝 申诉 汇率', 0],
    ['支付宝 冻卡', damped(1)],
    ['支付宝 面交 冻卡', damped(2)],
  ])('%s weigh %d: beside words of OTC alone', (text, weight) =>
    expect(amount('payment-rails', { text })).toBeCloseTo(weight, 10),
  );
  it('are shown in any case', () => {
    expect(features({ text: '支付宝' })['payment-rails'].words).toEqual(['支付宝']);
  });
});

describe('links', () => {
  const invitation = (n: number) => link(`https://a.example/register?ref=CODE${n}`);
  it('with a code are counted up to seven, and shown once each', () => {
    const twice = features({ links: [invitation(1), invitation(1), invitation(2)] })['invitation-links'];
    expect(twice).toEqual({ amount: damped(3), words: ['a.example CODE1', 'a.example CODE2'] });
    const many = { links: Array.from({ length: 9 }, (_, n) => invitation(n)) };
    expect(amount('invitation-links', many)).toBe(damped(7));
    expect(amount('invitation-links', {})).toBe(0);
  });
  it('to files of apps are one sign, however many', () => {
    const links = [link('https://a.example/a.apk'), link('https://a.example/a.dmg')];
    expect(features({ links })['app-downloads']).toEqual({ amount: 1, words: ['apk', 'exe'] });
    expect(amount('app-downloads', {})).toBe(0);
  });
});

describe('prose', () => {
  const sentence = (han: number, end = '。') => `${HAN(han)}${end}`;
  it('is a share of the Han: those in lines of sixty and more', () => {
    expect(features({ text: HAN(60) })['long-text']).toEqual({ amount: 1, words: ['100%'] });
    expect(features({ text: `${HAN(60)}\n${HAN(20)}` })['long-text']).toEqual({
      amount: 0.75,
      words: ['75%'],
    });
    expect(features({ text: HAN(59) })['long-text']).toEqual({ amount: 0, words: [] });
    expect(features({ text: '' })['long-text']).toEqual({ amount: 0, words: [] });
  });
  it('counts Han alone, the first and the last of them', () => {
    expect(amount('long-text', { text: '一'.repeat(60) })).toBe(1);
    expect(amount('long-text', { text: '\u9fff'.repeat(60) })).toBe(1);
    for (const other of ['\u4dff', '\ua000', 'あ', 'a']) {
      expect(amount('long-text', { text: other.repeat(60) })).toBe(0);
    }
  });
  it.each(['。', '?', '？', '!', '！'])('is told in lines of twenty Han that end in %s', (end) => {
    expect(features({ text: sentence(20, end) })['offers-nothing']).toEqual({ amount: 1, words: ['100%'] });
    expect(amount('offers-nothing', { text: sentence(19, end) })).toBe(0);
  });
  it('is not told where no sentence ends', () => {
    expect(features({ text: HAN(40) })['offers-nothing']).toEqual({ amount: 0, words: [] });
    expect(features({ text: `${sentence(30)}\n${HAN(10)}` })['offers-nothing'].words).toEqual(['75%']);
  });
  it.each<[string, Partial<PageSignals>]>([
    ['a call to do something', { text: `${sentence(40)}\n返现` }],
    ['the voice of a house', { text: `${sentence(40)}\n敬上` }],
    ['words of an account', { text: `${sentence(40)}\n登入` }],
    ['an invitation', { text: sentence(42), links: [link('https://a.example/register?ref=CODE1')] }],
    ['an app', { text: sentence(42), links: [link('https://a.example/a.apk')] }],
  ])('asks something of the reader with %s', (_what, page) => {
    expect(amount('offers-nothing', page)).toBeCloseTo(page.links ? 0.5 : 40 / 42 / 2, 10);
  });
});

it('code blocks are counted up to seven', () => {
  expect(features({ codeBlocks: 3 }).code).toEqual({ amount: damped(3), words: ['3'] });
  expect(amount('code', { codeBlocks: 9 })).toBe(damped(7));
  expect(features({}).code).toEqual({ amount: 0, words: [] });
});
