import { join } from 'node:path';
import { FURTHER, SITES, type Site } from '../../../cli/tasks/start/sites.ts';
import { startServer } from '../harness/server.ts';
import { setClock } from './clock.ts';
import { type Participant, takePart } from './participant.ts';

/**
 * `npm run sample`, after `npm run build`: three participants of a study visit the demonstration sites with the real
 * extension in Chromium and export what it recorded to docs/analysis/sample/. With Debian's libfaketime their visits
 * lie days apart; without it all fall on one day, and the script says so.
 */
const FOLDER = 'docs/analysis/sample';
const STUDY = 'tests/e2e/sample/study.json';

const at = (...hosts: string[]): Site[] => hosts.map(siteOf);

const PARTICIPANTS: Participant[] = [
  {
    code: 'S-01',
    timeZone: 'Asia/Shanghai',
    level: 'full',
    time: 'exact',
    title: true,
    days: [
      {
        ago: 6,
        visits: at('www.okx.com', 'huobi.com', 'www.wikipedia.org', 'xingqiao.example', 'xinwen.example'),
      },
      { ago: 4, visits: at('okex.com', 'binance-login.example', 'fanyong.example', 'www.revolut.com') },
      {
        ago: 1,
        visits: at('xingqiao.example', 'www.okx.com.account-check.example', 'hbtc.co', 'www.okx.com'),
      },
    ],
  },
  {
    code: 'S-02',
    timeZone: 'Asia/Taipei',
    level: 'host',
    time: 'hour',
    title: false,
    days: [
      {
        ago: 6,
        visits: at('www.wikipedia.org', 'xingqiao-hant.example', 'binance.us', 'torihikijo.example'),
      },
      { ago: 4, visits: at('xingqiao.example', 'okex.com', 'localbitcoins.com') },
      { ago: 1, visits: at('fanyong.example', 'www.okx.com', 'xinwen.example', 'exchange.revolut.com') },
    ],
  },
  {
    code: 'S-03',
    timeZone: 'America/Vancouver',
    level: 'domain',
    time: 'day',
    title: false,
    days: [
      { ago: 4, visits: at('www.okx.com', 'www.wikipedia.org', 'xn--bnance-p9a.com', 'fanyong.example') },
      { ago: 1, visits: at('www.okx.com.account-check.example', 'okex.com', 'citex.io', 'www.revolut.com') },
    ],
  },
];

/** A demonstration site, at an address that a level below the full one shortens. */
function siteOf(host: string): Site {
  const site = SITES.find(({ url }) => new URL(url).hostname === host);
  if (!site) throw new Error(`${host} is no demonstration site`);
  return { ...site, url: new URL('zh/register?from=sample', site.url).href };
}

const server = await startServer();
try {
  for (const { url, answer } of [...SITES, ...FURTHER]) server.scene(new URL(url).hostname, '*', answer);
  if (!setClock(0, 'UTC')) console.error('no libfaketime: all visits fall on one day');
  for (const participant of PARTICIPANTS) {
    await takePart(participant, server, STUDY, join(FOLDER, `${participant.code}.zip`));
    console.error(`${participant.code}: done`);
  }
} finally {
  await server.close();
}
