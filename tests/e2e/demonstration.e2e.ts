import { beforeAll, describe, expect, test } from 'vitest';
import { observe } from '../../cli/tasks/start/observe.ts';
import { inWords } from '../../cli/tasks/start/row.ts';
import { FURTHER, SITES } from '../../cli/tasks/start/sites.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LONG } from './ensign/launch.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

/** What `npm start` has to say of its sites, in their order. */
const SAID = {
  'www.okx.com': 'listed, notice: OKX, primary',
  'huobi.com': 'listed, notice: HTX (Huobi), former',
  'binance.us': 'listed, notice: Binance, regional',
  'hbtc.co': 'listed, caution: HBTC (BHEX), mirror, claimed',
  'citex.io': 'listed, caution: CITEX, mirror, repurposed',
  'exchange.revolut.com': 'listed, notice: Revolut X, primary',
  'www.revolut.com': 'none',
  'localbitcoins.com': 'listed, notice: LocalBitcoins, primary',
  'okex.com': 'succession, caution: OKX, redirect from okex.com',
  'www.okx.com.account-check.example':
    'lookalike, danger: OKX, like okx.com (target-embedding, brand-in-subdomain); warning page',
  'binance-login.example': 'lookalike, danger: Binance, like binance.com (combosquat); warning page',
  'xn--bnance-p9a.com': 'lookalike, danger: Binance, like binance.com (homoglyph); warning page',
  'xingqiao.example': 'landing, caution: no listed exchange, exchange page, Hans',
  'xingqiao-hant.example': 'landing, caution: no listed exchange, exchange page, Hant',
  'fanyong.example': 'landing, caution: OKX, affiliate page, Hans',
  'xinwen.example': 'none',
  'torihikijo.example': 'none',
  'www.wikipedia.org': 'none',
};

/** In the short form the first page of a new browser, two warnings one after the other, and a page's own words. */
const SHORT = [
  'www.okx.com',
  'www.okx.com.account-check.example',
  'binance-login.example',
  'fanyong.example',
];
const shown = (host: string) => LONG || SHORT.includes(host);
const hostOf = (url: string) => new URL(url).hostname;

describe.each(browsersToTest())('the demonstration in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
    for (const { url, answer } of [...SITES, ...FURTHER]) server.scene(hostOf(url), '*', answer);
  });

  test('says of each site what there is to see, and nothing of the one before', async () => {
    const said: [string, string][] = [];
    for (const site of SITES.filter(({ url }) => shown(hostOf(url)))) {
      said.push([hostOf(site.url), inWords(await observe(driver, site))]);
    }
    expect(said).toEqual(Object.entries(SAID).filter(([host]) => shown(host)));
  });
});
