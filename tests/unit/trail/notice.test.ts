// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readNoticeBlocks } from '../../../utils/page/notices.ts';
import { readNotices } from '../../../utils/trail/notice.ts';

/** What a listed page with this body announces, `huobi.com` being the page. */
function announced(body: string): string[] {
  const document = new DOMParser().parseFromString(`<html><body>${body}</body></html>`, 'text/html');
  const { steps, finish } = readNoticeBlocks(document, 'www.huobi.com');
  for (const _ of steps);
  return readNotices(finish(), 'huobi').map(({ host }) => host);
}

describe('a listed page announces', () => {
  test.each([
    ['最新网址 in a line', '<p>最新网址：htx-new.com，请收藏</p>', ['htx-new.com']],
    [
      'a spare address as a link',
      '<p>备用域名：<a href="https://www.hb-spare.cc/zh">点此访问</a></p>',
      ['www.hb-spare.cc'],
    ],
    ['Traditional', '<div>備用網址：hb-spare.cc</div>', ['hb-spare.cc']],
    [
      'a heading and a list',
      '<h3>备用网址</h3><ul><li>hb-a.top</li><li>hb-b.vip</li></ul>',
      ['hb-a.top', 'hb-b.vip'],
    ],
    ['a change of domain', '<h2>域名更换公告</h2><p>https://hb-c.io/</p>', ['hb-c.io']],
    ['a move in words', '<p>本站已正式迁移至 hb-d.com ，原网址即将停用</p>', ['hb-d.com']],
    [
      'we have moved',
      '<p>We have moved to <b><a href="https://htx-en.com/">htx-en.com</a></b></p>',
      ['htx-en.com'],
    ],
    ['a new name', '<p>Huobi is now HTX. Visit htx-en.com</p>', ['htx-en.com']],
    ['a backup domain', '<p>Backup domain: hb-e.net</p>', ['hb-e.net']],
    ['two addresses in one line', '<p>永久网址 hb-f.com 备用 hb-g.com</p>', ['hb-f.com', 'hb-g.com']],
  ])('%s', (_name, body, hosts) => expect(announced(body)).toEqual(hosts));
});

describe('a listed page does not announce', () => {
  test.each([
    ['a warning of impostors', '<p>谨防假冒网站 huobi-vip.cc，请认准最新网址</p>'],
    ['a warning in English', '<p>Beware of phishing: huobi-login.example is not our new website</p>'],
    ['a blog that moves', '<p>We have moved our blog to huobi-stories.example</p>'],
    ['a help desk', '<p>帮助中心新地址：huobi.zendesk.com</p>'],
    ['an office', '<p>公司办公地址变更：see map.example</p>'],
    ["a coin's project", '<p>项目官网已更换：https://coin-home.example 代币合约不变</p>'],
    ['a coin in English', '<p>The token has been renamed; project site: newcoin.example</p>'],
    ['an official website', '<p>官方网站：https://ethereum.example</p>'],
    ['a link without words', '<p><a href="https://partner.example/">Partner</a></p>'],
    ['a deposit address', '<p>新的充币地址：请查看 wallet.example</p>'],
    ['its own page', '<p>最新网址：<a href="https://www.huobi.com/">huobi</a></p>'],
    ['a file', '<p>最新链接 app.apk</p>'],
  ])('%s', (_name, body) => expect(announced(body)).toEqual([]));
});

test('a page of a million blocks costs no more than its first twenty thousand nodes', () => {
  const body = `${'<p>x</p>'.repeat(30_000)}<p>最新网址：late.example</p>`;
  expect(announced(body)).toEqual([]);
});
