// @vitest-environment happy-dom

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../utils/landing/page-signals.ts';
import { PageSignalsSchema } from '../../../utils/landing/page-signals-schema.ts';
import { readAtOnce } from '../../../utils/page/read.ts';

const HAN = '充币提币币币交易法币买卖比特币与以太坊的平台现在注册领取奖励';
const page = (body: string, head = '') =>
  new DOMParser().parseFromString(
    `<html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
const read = (body: string, head = '') => readAtOnce(page(body, head), 'https://page.example/zh/');

describe('readAtOnce', () => {
  it('reads title, language, description, site names, headings, controls and image texts', () => {
    const signals = read(
      `<h1>全球<b>交易</b>平台</h1><p>${HAN}</p><button>立即注册</button><input type="password" placeholder="请输入密码"><img alt="币种图标" src="x.png">`,
      '<title>某某交易所</title><meta name="description" content="买卖数字资产"><meta property="og:site_name" content="某某">',
    );
    expect(signals).toMatchObject({
      title: '某某交易所',
      lang: 'zh-CN',
      description: '买卖数字资产',
      siteNames: ['某某'],
      headings: ['全球交易平台'],
      controls: ['立即注册', '请输入密码'],
      imageTexts: ['币种图标'],
      inputs: ['password'],
    });
  });

  it('joins text across inline elements and breaks lines between blocks', () => {
    expect(read(`<p>${HAN}立即<b>注</b>册</p><div>下载</div>`).text).toBe(`${HAN}立即注册\n下载`);
  });

  it.each([
    ['script', '<script>var x = "赌博赌博"</script>'],
    ['style', '<style>/* 赌博赌博 */</style>'],
    ['noscript', '<noscript>赌博赌博</noscript>'],
    ['template on a page with text', '<template><p>赌博赌博</p></template>'],
  ])('leaves out %s', (_, hidden) => {
    expect(read(`<p>${HAN}${HAN}${HAN}</p>${hidden}`).text).not.toContain('赌博');
  });

  it('reads templates of a page that has nothing else', () => {
    expect(read(`<template><p>${HAN}</p></template>`).text).toContain('充币提币');
  });

  it('reads what an object shows when it fails, and nothing of what frames replace', () => {
    const { text } = read(`<object><p>${HAN}</p></object><noframes>请使用支持框架的浏览器</noframes>`);
    expect(text).toBe(HAN);
  });

  it.each([
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u200e',
    '\ufe00',
    '\u061c',
    '\u3164',
    '\u{e0100}',
  ])('reads the words that are seen where %j stands between their letters', (unseen) => {
    const apart = (text: string) => [...text].join(unseen);
    const signals = read(
      `<h1>${apart('全球交易平台')}</h1><p>${apart(HAN)}${unseen}<b>${apart('注册')}</b></p><button>${apart('立即注册')}</button>
         <input placeholder="${apart('请输入密码')}"><img alt="${apart('币种图标')}"><a href="https://a.example/">${apart('下载')}</a>`,
      `<title>${apart('某某交易所')}</title><meta name="description" content="${apart('买卖数字资产')}"><meta property="og:site_name" content="${apart('某某')}">`,
    );
    expect(signals).toMatchObject({
      title: '某某交易所',
      description: '买卖数字资产',
      siteNames: ['某某'],
      headings: ['全球交易平台'],
      controls: ['立即注册', '请输入密码'],
      imageTexts: ['币种图标'],
      links: [{ text: '下载' }],
      text: `全球交易平台\n${HAN}注册\n立即注册\n下载`,
    });
  });

  it('leaves joiners where other scripts and pictures are made of them', () => {
    const title = 'می\u200cخواهم 👨\u200d👩\u200d👧 ❤\ufe0f';
    expect(read(`<p>${HAN}</p>`, `<title>${title}\u2060</title>`).title).toBe(title);
  });

  it('reads the words that are seen at the end of a long page', () => {
    const { text } = read(`${`<p>${HAN}</p>`.repeat(600)}<footer>京\u200bICP\u2060备12345678号</footer>`);
    expect(text).toMatch(/京ICP备12345678号$/);
  });

  it('joins the words of Chinese that no blank is seen in, and sets the others apart', () => {
    expect(read(`<p>${HAN}“充币”——\u3000提币…\u2003\n（OTC）é！</p>`).text).toBe(
      `${HAN}“充币”—— 提币… （OTC）é！`,
    );
  });

  it('reads open shadow roots', () => {
    const document = page('<x-app></x-app>');
    const root = document.querySelector('x-app')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<h1>交易大厅</h1><p>${HAN}</p>`;
    const signals = readAtOnce(document, 'https://page.example/');
    expect(signals.headings).toEqual(['交易大厅']);
    expect(signals.text).toContain('充币提币');
  });

  it('goes into shadow roots one inside the other to a bounded depth', () => {
    const document = page(`<p>${HAN}</p><x-app></x-app>`);
    let at = document.querySelector('x-app')!;
    for (let i = 0; i < 100; i++) {
      const root = at.attachShadow({ mode: 'open' });
      root.innerHTML = `<b>第${i + 1}层</b><x-app></x-app>`;
      at = root.querySelector('x-app')!;
    }
    const { text } = readAtOnce(document, 'https://page.example/');
    expect(text).toContain(HAN);
    expect(text).toContain('第32层');
    expect(text).not.toContain('第100层');
  });

  const INDENTED = `\n${' '.repeat(28)}`;

  it('does not count indentation in the texts of links, buttons and headings', () => {
    const { links, controls, headings } = read(
      `<p>${HAN}</p><a href="https://newex.example/?ref=ABC123">${INDENTED}立即注册</a>
       <a href="https://other.example/">${INDENTED}<i>${INDENTED}</i>${INDENTED}<b>下载</b>${INDENTED}客户端</a>
       <button>${INDENTED}<b>${INDENTED}登录</b></button><h2>${INDENTED}${INDENTED}${INDENTED}行情</h2>`,
    );
    expect(links.map(({ text }) => text)).toEqual(['立即注册', '下载 客户端']);
    expect([controls, headings]).toEqual([['登录'], ['行情']]);
  });

  it('cuts the text of a link to its limit', () => {
    const { links } = read(`<p>${HAN}</p><a href="https://a.example/">${INDENTED}<b>${HAN}</b>${HAN}</a>`);
    expect(links[0]?.text).toBe(HAN.slice(0, LIMITS.linkText));
  });

  it('gathers links whose addresses are written as only a browser reads them', () => {
    const { links } = read(
      `<p>${HAN}</p><a href=" https://okx.example/join/ABC1\n">一</a><a href="\n //b.example/">二</a>
       <a href="https:\\\\c.example/join">三</a><a href="\\\\d.example/">四</a>`,
    );
    expect(links.map(({ url }) => url)).toEqual([
      'https://okx.example/join/ABC1',
      'https://b.example/',
      'https:\\\\c.example/join',
      'https:\\\\d.example/',
    ]);
  });

  it('gathers links to other hosts once a path, and app files of its own host', () => {
    const { links } = read(
      `<p>${HAN}</p><a href="/about">关于</a><a href="https://page.example/x">同站</a><a href="/app.apk">安卓下载</a>
       <a href="https://www.exchange.example/join?ref=ABC123">注册</a><a href="https://www.exchange.example/join?ref=ZZZ">注册</a>
       <a href="javascript:alert(1)">假</a><a href="https://[">坏</a>`,
    );
    expect(links).toEqual([
      { url: 'https://page.example/app.apk', text: '安卓下载' },
      { url: 'https://www.exchange.example/join?ref=ABC123', text: '注册' },
    ]);
  });

  it('reads relative addresses by the base, and the page’s own by its address', () => {
    const { links, assetHosts, builtOn, accounts } = read(
      `<p>${HAN}</p><a href="app.apk">安卓下载</a><a href="join?ref=ABC123">注册</a><a href="https://page.example/x">同站</a>
       <a href="mailto:a@b.example">信</a><a href="javascript:alert(1)">假</a><img src="logo.png"><base href="https://third.example/">`,
      '<base target="_blank"><base href="//other.example/m/"><base href="https://third.example/"><script src="a.js"></script>',
    );
    expect(links).toEqual([
      { url: 'https://other.example/m/app.apk', text: '安卓下载' },
      { url: 'https://other.example/m/join?ref=ABC123', text: '注册' },
    ]);
    expect([assetHosts, builtOn, accounts]).toEqual([['other.example'], ['other.example'], []]);
  });

  it.each([
    ['of its own host', '/m/', 'https://page.example/m/app.apk'],
    ['that is none', 'https://[', 'https://page.example/zh/app.apk'],
    ['of a script', 'javascript:alert(1)//', 'https://page.example/zh/app.apk'],
    ['of data', 'data:text/html,x', 'https://page.example/zh/app.apk'],
    ['that is endless', `https://b.example/${'x'.repeat(3_000)}`, 'https://page.example/zh/app.apk'],
    ['that is empty', '', 'https://page.example/zh/app.apk'],
  ])('gathers no link to its own host with a base %s', (_, base, url) => {
    const { links, assetHosts } = read(
      `<p>${HAN}</p><a href="app.apk">安卓下载</a><a href="/join">注册</a><img src="logo.png">`,
      `<base href="${base}">`,
    );
    expect(links).toEqual([{ url, text: '安卓下载' }]);
    expect(assetHosts).toEqual([]);
  });

  it('takes a base in the body from there on', () => {
    const { assetHosts } = read(
      `<p>${HAN}</p><img src="a.png"><base href="https://b.example/"><img src="b.png">`,
    );
    expect(assetHosts).toEqual(['b.example']);
  });

  it('takes no base of a shadow root or a template', () => {
    const document = page(
      '<x-app></x-app><template><base href="https://b.example/"></template><img src="a.png">',
    );
    document.querySelector('x-app')!.attachShadow({ mode: 'open' }).innerHTML =
      '<base href="https://c.example/"><img src="b.png">';
    expect(readAtOnce(document, 'https://page.example/').assetHosts).toEqual([]);
  });

  it('takes the frames of a frameset, whose hosts are noted and whose pages are read', () => {
    const document = page('');
    const set = document.createElement('frameset');
    const frames = ['https://framed.example/zh/', '/own'].map((src) => {
      const frame = document.createElement('frame');
      frame.setAttribute('src', src);
      set.append(frame);
      return frame;
    });
    document.body.replaceWith(set);
    Object.defineProperty(frames[0], 'contentDocument', { value: null });
    Object.defineProperty(frames[1], 'contentDocument', { value: page(`<h1>交易大厅</h1><p>${HAN}</p>`) });
    expect(readAtOnce(document, 'https://page.example/')).toMatchObject({
      assetHosts: ['framed.example'],
      headings: ['交易大厅'],
      text: `交易大厅\n${HAN}`,
    });
  });

  it('gathers hosts of scripts, styles and images other than its own', () => {
    expect(
      read(
        `<p>${HAN}</p><img src="//img.example/a.png"><img src="/own.png">`,
        '<script src="https://hm.baidu.com/hm.js"></script><link rel="stylesheet" href="https://page.example/a.css">',
      ).assetHosts,
    ).toEqual(['hm.baidu.com', 'img.example']);
  });

  it('tells title, language and counts alone of a page without Chinese', () => {
    const signals = read(
      `<h1>Trade now</h1><p>${'Buy bitcoin here. '.repeat(400)}</p>`,
      '<title>Exchange</title>',
    );
    expect(signals).toMatchObject({ title: 'Exchange', text: '', headings: [], links: [] });
    expect(signals.scripts.latin).toBeGreaterThan(1_000);
    expect(signals.scripts.latin).toBeLessThan(14_001);
  });

  it('reads the end of a page that is too long to be read whole', () => {
    const { text, truncated } = read(
      `${`<p>${HAN}</p>`.repeat(600)}<footer>京ICP备12345678号</footer><script>var last = "赌博"</script>`,
    );
    expect(truncated).toBe(true);
    expect(text).toMatch(/京ICP备12345678号$/);
  });

  it('reads the end past the indentation of a footer', () => {
    const lines = ['主办单位', '京ICP备12345678号'].map(
      (line) => `<p>${INDENTED.repeat(40)}${line}${INDENTED}</p>`,
    );
    const { text } = read(`${`<p>${HAN}</p>`.repeat(600)}<footer>${lines.join(INDENTED)}</footer>`);
    expect(text).toMatch(/主办单位 京ICP备12345678号$/);
  });

  it('survives a form whose fields are named like the properties it is read by', () => {
    const names = [
      'localName',
      'firstChild',
      'nodeType',
      'shadowRoot',
      'getAttribute',
      'parentNode',
      'body',
      'title',
    ];
    const form = `<form name="documentElement"><p>${HAN}</p>${names.map((name) => `<input name="${name}">`).join('')}</form><form name="createTreeWalker"></form>`;
    expect(read(form).text).toContain('充币提币');
  });

  it('keeps every limit on a page that is large in every way, and says it was cut', () => {
    const many = (part: (i: number) => string) => Array.from({ length: 200 }, (_, i) => part(i)).join('');
    const signals = read(
      `${many((i) => `<h2>${i}${HAN.repeat(9)}</h2><button>${i}${HAN.repeat(9)}</button><img alt="${i}${HAN.repeat(9)}" src="https://a${i}.example/"><a href="https://b${i}.example/${'x'.repeat(400)}">${HAN}</a>`)}<p>${HAN.repeat(2_000)}</p>`,
      `<title>${HAN.repeat(100)}</title><meta name="description" content="${HAN.repeat(100)}">`,
    );
    expect(v.safeParse(PageSignalsSchema, signals).success).toBe(true);
    expect(signals.text.length).toBeGreaterThan(6_000);
    expect(signals.text.length).toBeLessThanOrEqual(LIMITS.text);
    expect(signals.truncated).toBe(true);
    expect(new TextEncoder().encode(JSON.stringify(signals)).length).toBeLessThan(65_536);
  });
});
