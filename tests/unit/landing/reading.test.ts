import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { emptySignals, LIMITS, type PageSignals } from '../../../utils/landing/page-signals.ts';
import { PageSignalsSchema } from '../../../utils/landing/page-signals-schema.ts';
import { amount, readPage } from '../../../utils/landing/reading.ts';

const read = (more: Partial<PageSignals>) => readPage({ ...emptySignals(), ...more });

describe('the title of a page', () => {
  const long = '竹'.repeat(41);
  it.each([
    [' 幣安 ＡＰＰ ', '币安 app'],
    [`${'竹'.repeat(39)}。`, `${'竹'.repeat(39)}。`],
    [`${'竹'.repeat(40)}。`, ''],
    [`${'竹'.repeat(40)}, 竹`, ''],
    [`${'竹'.repeat(40)}， 竹`, ''],
    [`${'竹'.repeat(40)}，竹`, `${'竹'.repeat(40)},竹`],
    [long, long],
    ['竹'.repeat(130), '竹'.repeat(120)],
    [`  ${'竹'.repeat(38)}。  `, `${'竹'.repeat(38)}。`],
  ])('%j is read as %j', (title, words) => expect(read({ title }).title).toBe(words));
});

describe('what a page says', () => {
  const page: Partial<PageSignals> = {
    title: '幣安',
    siteNames: ['歐易'],
    description: '註冊',
    headings: ['現貨'],
    controls: ['下載'],
    imageTexts: ['ＡＰＰ'],
    text: '撤單 USDT usdt',
  };
  it('is folded, by its place and as a whole, a block a line', () => {
    expect(read(page)).toMatchObject({
      siteNames: ['欧易'],
      description: '注册',
      headings: ['现货'],
      whole: '币安\n欧易\n注册\n现货\n下载\napp\n撤单 usdt usdt',
      length: 1,
    });
  });
  it('is told by family, strong or weak, each word once', () => {
    const { terms, coinMentions } = read(page);
    expect(terms.trade).toEqual({ strong: ['现货', '撤单'], weak: [] });
    expect(terms.coin).toEqual({ strong: ['usdt'], weak: [] });
    expect(terms.action).toEqual({ strong: [], weak: ['注册', '下载'] });
    expect(terms.article).toEqual({ strong: [], weak: [] });
    expect(coinMentions).toBe(2);
    expect(read({ text: '放币 usdt 行情' }).coinMentions).toBe(2);
  });
  it('is divided by the length of the page', () => {
    const scripts = (han: number) => ({ ...emptySignals().scripts, han });
    expect(read({ scripts: scripts(200) }).length).toBe(1);
    expect(read({ scripts: scripts(400) }).length).toBe(2);
    const twice = read({ ...page, scripts: scripts(400) });
    expect(amount(twice, 'trade')).toBe(1);
    expect(amount(twice, 'trade', 'action')).toBeCloseTo(1.35, 10);
    expect(amount(twice)).toBe(0);
  });
});

describe('PageSignalsSchema', () => {
  const takes = (more: object) => safeParse(PageSignalsSchema, { ...emptySignals(), ...more }).success;
  it('takes a page of which nothing was observed, which says nothing', () => {
    expect(takes({})).toBe(true);
    const { scripts, truncated, codeBlocks, ...texts } = emptySignals();
    expect(Object.values(texts).flat().join('')).toBe('');
    expect([Object.values(scripts), truncated, codeBlocks]).toEqual([[0, 0, 0, 0, 0], false, 0]);
  });
  it.each([
    ['title', LIMITS.title],
    ['lang', LIMITS.lang],
    ['description', LIMITS.description],
    ['text', LIMITS.text],
  ])('takes %s of %d letters, and no more', (name, most) => {
    expect([most, most + 1].map((length) => takes({ [name]: 'a'.repeat(length) }))).toEqual([true, false]);
  });
  it.each([
    ['siteNames', LIMITS.siteName, LIMITS.siteNames],
    ['headings', LIMITS.heading, LIMITS.headings],
    ['controls', LIMITS.control, LIMITS.controls],
    ['imageTexts', LIMITS.imageText, LIMITS.imageTexts],
    ['assetHosts', LIMITS.host, LIMITS.assetHosts],
    ['builtOn', LIMITS.host, LIMITS.builtOn],
    ['accounts', LIMITS.account, LIMITS.accounts],
    ['inputs', LIMITS.input, LIMITS.inputs],
  ])('takes %s of %d letters, %d of them, and no more', (name, letters, most) => {
    const some = (length: number, count: number) => takes({ [name]: Array(count).fill('a'.repeat(length)) });
    expect([some(letters, most), some(letters + 1, 1), some(1, most + 1)]).toEqual([true, false, false]);
  });
  it('takes links as long and as many as they may be, and no more', () => {
    const some = (url: number, text: number, count: number) =>
      takes({ links: Array(count).fill({ url: 'a'.repeat(url), text: 'a'.repeat(text) }) });
    const { url, linkText, links } = LIMITS;
    expect(some(url, linkText, links)).toBe(true);
    expect([some(url + 1, 1, 1), some(1, linkText + 1, 1), some(1, 1, links + 1)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(takes({ links: [{ url: 'a', text: 'a', more: 1 }] })).toBe(false);
  });
  it.each([
    ['a count below nothing', { codeBlocks: -1 }],
    ['half a count', { scripts: { ...emptySignals().scripts, han: 0.5 } }],
    ['a script that is not counted', { scripts: { ...emptySignals().scripts, thai: 1 } }],
    ['what is not observed', { password: 'a' }],
    ['words for a truth', { truncated: 'true' }],
  ])('does not take %s', (_, more) => expect(takes(more)).toBe(false));
});
