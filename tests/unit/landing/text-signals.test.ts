import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../utils/landing/page-signals.ts';
import { PageSignalsSchema } from '../../../utils/landing/page-signals-schema.ts';
import { textSignals } from '../../../utils/landing/text-signals.ts';

describe('front matter', () => {
  it.each([
    ['---\ntitle: 币安\n---\n正文', '币安', '', '正文'],
    ['\n ---\ntitle: \'币安\'\ndescription:  "五分钟"  \n---\n正文', '币安', '五分钟', '正文'],
    ['---\nsummary: 五分钟\n---\n', '', '五分钟', ''],
    ['---\nexcerpt: 五分钟\nsubtitle: 币安\n---\n', '', '五分钟', ''],
    ['正文\n---\ntitle: 币安\n---\n', '', '', '正文\n---\ntitle: 币安\n---\n'],
    ['---\ntitle: 币安\n正文', '', '', '---\ntitle: 币安\n正文'],
  ])('of %j', (source, title, description, text) =>
    expect(textSignals(source)).toMatchObject({ title, description, text }),
  );
  it('gives way to a title that is known', () => {
    expect(textSignals('---\ntitle: 币安\n---\n', '欧易').title).toBe('欧易');
  });
  it('is cut to its bounds', () => {
    const long = '币'.repeat(400);
    const { title, description } = textSignals(`---\ntitle: ${long}\ndescription: ${long}\n---\n`);
    expect([title.length, description.length]).toEqual([LIMITS.title, LIMITS.description]);
  });
});

describe('headings', () => {
  it('are those of three levels, as they are read', () => {
    const text = '# **步骤** 一 \n##  `充币`\n### [提币](https://a.example/)\n#### 四\n#五\n a # 六';
    expect(textSignals(text).headings).toEqual(['步骤 一', '充币', '提币']);
  });
  it('are bounded in number and length', () => {
    const { headings } = textSignals(`# ${'币'.repeat(100)}\n`.repeat(30));
    expect(headings).toHaveLength(LIMITS.headings);
    expect(headings[0]).toBe('币'.repeat(LIMITS.heading));
  });
});

describe('links', () => {
  it('are each told once, with their words where they have some', () => {
    const text =
      'https://b.example/1 [**注册**](https://a.example/r) https://a.example/r http://c.example/。';
    expect(textSignals(text).links).toEqual([
      { url: 'https://a.example/r', text: '注册' },
      { url: 'https://b.example/1', text: '' },
      { url: 'http://c.example/', text: '' },
    ]);
  });
  it.each(['"', "'", '<', '>', ')', '）', ']', '】', '」', '，', '。', ' ', '\n'])('end at %j', (end) => {
    expect(textSignals(`https://a.example/x${end}y`).links).toEqual([
      { url: 'https://a.example/x', text: '' },
    ]);
  });
  it('are bounded in number and length', () => {
    const lines = Array.from(
      { length: 60 },
      (_, n) => `[${'注'.repeat(30)}](https://a.example/${n}${'x'.repeat(200)})`,
    );
    const { links } = textSignals(lines.join('\n'));
    expect(links).toHaveLength(LIMITS.links);
    expect(links[0]?.url).toHaveLength(LIMITS.url);
    expect(links[0]?.text).toBe('注'.repeat(LIMITS.linkText));
  });
});

describe('text', () => {
  it.each([
    ['![币](a.png)和[注册](https://a.example/)', '币和注册'],
    ['**充** __币__ `提` ~~币~~', '充 币 提 币'],
    ['充<br>币</p>', '充 币 '],
    ['1 < 2', '1 < 2'],
    [`<${'a'.repeat(401)}>`, `<${'a'.repeat(401)}>`],
    ['<a\nb>', '<a\nb>'],
  ])('%j is read as %j', (source, text) => expect(textSignals(source).text).toBe(text));

  it.each([
    ["export default { a: '充币' }", '充币'],
    ["  const zh = { a: '充币', b: 'plain words', c: 'USDT' }", '充币\nUSDT'],
    ['{"a": "充币", "b": "it is \\"充\\" 币"}', '充币\nit is \\"充\\" 币'],
    ['const a = `提币`', '提币'],
    ["{ a: 'ABCDEF', b: 'AB' }", ''],
    ['constant = "充币"', 'constant = "充币"'],
    ['字典 {a: "充币"}', '字典 {a: "充币"}'],
  ])('of a bundle %j is %j', (source, text) => expect(textSignals(source).text).toBe(text));

  it('of a long page is its beginning and its end', () => {
    const long = `${'甲'.repeat(9_000)}${'乙'.repeat(1_000)}`;
    const { text, truncated } = textSignals(long);
    expect(truncated).toBe(true);
    expect(text).toBe(`${'甲'.repeat(LIMITS.text - 1_001)}\n${'乙'.repeat(1_000)}`);
    expect(text).toHaveLength(LIMITS.text);
    const whole = textSignals('甲'.repeat(LIMITS.text));
    expect([whole.text.length, whole.truncated]).toEqual([LIMITS.text, false]);
  });
  it('is looked for in so much of a file, and no further', () => {
    const { links } = textSignals(`${'甲'.repeat(4 * LIMITS.text)} https://a.example/`);
    expect(links).toEqual([]);
  });
  it('is counted by script, with the title', () => {
    expect(textSignals('充币 ab', '币c').scripts).toEqual({ han: 3, kana: 0, hangul: 0, latin: 3, other: 0 });
  });
});

it('code blocks are counted by pairs of their fences', () => {
  expect(textSignals('```\na\n```\n```js\nb\n```\n').codeBlocks).toBe(2);
  expect(textSignals('```\na\n```\n```js\nb\n').codeBlocks).toBe(1);
  expect(textSignals('a ``` b ```').codeBlocks).toBe(0);
});

it('reads Markdown: front matter, headings, links, code', () => {
  expect(
    textSignals(
      '---\ntitle: "币安注册"\ndescription: 五分钟\n---\n# 步骤\n点击[注册](https://a.example/r?ref=1)\n```\nx\n```\n',
    ),
  ).toMatchObject({
    title: '币安注册',
    description: '五分钟',
    headings: ['步骤'],
    links: [{ url: 'https://a.example/r?ref=1', text: '注册' }],
    codeBlocks: 1,
  });
});
it('reads the words that are seen, whatever stands unseen between their letters', () => {
  expect(textSignals('\ufeff# 充\u200b币\n提\u2060币\u00ad')).toMatchObject({
    headings: ['充币'],
    text: '# 充币\n提币',
  });
});
it('reads the values of a bundle of strings, not its keys', () => {
  expect(textSignals("module.exports = { withdrawTitle: '提币', depositTitle: '充币' }").text).toBe(
    '提币\n充币',
  );
});
it('fits a message, however long', () => {
  const long = textSignals(`${'充币提币[链接](https://a.example/x)\n# 标题\n'.repeat(40_000)}`);
  expect(safeParse(PageSignalsSchema, long).success).toBe(true);
});
