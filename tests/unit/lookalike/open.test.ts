import { describe, expect, it } from 'vitest';
import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import type { ExchangeRecord } from '../../../utils/exchange/record.ts';
import { buildLookalikeIndex } from '../../../utils/lookalike/build-index.ts';
import { judge } from '../../../utils/lookalike/judge.ts';
import { NOTHING, TELLING } from '../../../utils/lookalike/keywords.ts';
import { type Matcher, openLookalike } from '../../../utils/lookalike/open.ts';
import { parseWeights } from '../../../utils/lookalike/weights.ts';
import { exchange, hostOf } from '../list/sample-list.ts';

const TABLES = buildTables(readWeights());
const WEIGHTS = parseWeights(readWeights());

/** A matcher for exchanges that are imitated much, made anew: what it is made of is under test too. */
function opened(...exchanges: ExchangeRecord[]): Matcher {
  const hosts = Object.fromEntries(exchanges.map(({ id }) => [id, 100]));
  const index = buildLookalikeIndex(exchanges, { date: '', sources: [], hosts });
  return openLookalike(TABLES.buffer.slice(0), index.buffer);
}
const matchOf = (matcher: Matcher, text: string) => matcher.match(hostOf(text));

const vorbalex = exchange('vorbalex', ['vorbalex.com']);
const formerly = (domain: string) => exchange('qintaro', [{ domain, role: 'former' }]);

describe('of what is not to be judged', () => {
  it.each(['com', 'co.uk'])('%s there is no match', (text) => {
    expect(matchOf(opened(vorbalex), text)).toBeNull();
  });
});

describe('what the records say of a host', () => {
  it('an own name resembles none, nor does what stands under it', () => {
    const matcher = opened(vorbalex, exchange('qintaro', ['qintaro.com', 'vorbalex-login.com']));
    expect(matchOf(matcher, 'vorbalex-login.com')).toBeNull();
    expect(matchOf(matcher, 'qintaro.vorbalex-login.com')).toBeNull();
    expect(matchOf(matcher, 'vorbalex-login.net')).toMatchObject({
      exchange: 'vorbalex',
      confidence: 'high',
    });
  });

  it('a name that was an exchange’s resembles the others alone', () => {
    const matcher = opened(vorbalex, formerly('qintaro.com'));
    expect(matchOf(matcher, 'qintaro.com')).toBeNull();
    const imitating = opened(vorbalex, formerly('vorbalex-login.com'));
    expect(matchOf(imitating, 'vorbalex-login.com')).toMatchObject({
      exchange: 'vorbalex',
      confidence: 'high',
    });
  });

  it('one that is claimed for an exchange never resembles another for sure', () => {
    const claimed = exchange('qintaro', [{ domain: 'vorbalex-login.com', confidence: 'claimed' }]);
    const matcher = opened(vorbalex, claimed);
    expect(matchOf(matcher, 'vorbalex-login.com')).toMatchObject({ exchange: 'vorbalex', confidence: 'low' });
    expect(matchOf(matcher, 'vorbalex-login.net')).toMatchObject({
      exchange: 'vorbalex',
      confidence: 'high',
    });
  });

  it('popular sites resemble none; of well-known houses the subdomains do not', () => {
    const matcher = opened(exchange('bitbucket', ['bitbucket.io']), vorbalex);
    expect(matchOf(matcher, 'bitbucket.org')).toBeNull();
    expect(matchOf(matcher, 'bitbucket.net')).not.toBeNull();
    expect(matchOf(matcher, 'vorbalex.google.com')).toBeNull();
    expect(matchOf(matcher, 'vorbalex.githubx.com')).not.toBeNull();
  });
});

describe('the best of all labels', () => {
  it('is what is described, with its marks where they stand', () => {
    const matcher = opened(vorbalex);
    expect(matchOf(matcher, 'www.vorbaiex.com')).toMatchObject({
      techniques: ['homoglyph'],
      marks: [{ start: 9, end: 10, kind: 'replaced', expected: 'l' }],
    });
    expect(matchOf(matcher, 'vorbaiex.login.evil.com')).toMatchObject({
      techniques: ['homoglyph', 'brand-in-subdomain'],
      marks: [{ start: 5, end: 6, kind: 'replaced', expected: 'l' }],
    });
    expect(matchOf(matcher, 'vorbaiex.vorbalex-login.com')).toMatchObject({ marks: [] });
  });

  it('is the likeliest, whichever side it stands on', () => {
    const matcher = opened(vorbalex, exchange('qintaro', ['qintaro.com']));
    expect(matchOf(matcher, 'vorbalex-login.qintarro.com')?.exchange).toBe('vorbalex');
    expect(matchOf(matcher, 'vorballex.qintaro-login.com')?.exchange).toBe('qintaro');
  });

  it.each(['vorbalex-login.net', 'vorballex.com', 'vorbalex.top', 'my.vorbalex.evil.com'])(
    '%s: its score is its margin, between 0 and 1',
    (text) => {
      const matcher = opened(vorbalex);
      const margins = matcher.readings(hostOf(text)).map((one) => judge(one, WEIGHTS)?.margin ?? -Infinity);
      const match = matchOf(matcher, text);
      expect(match?.score).toBeCloseTo(1 / (1 + Math.exp(-(Math.max(...margins) + 16) / 40)), 12);
    },
  );

  it('is no reading of a word that says nothing alone, but for what its own suffix ends', () => {
    const matcher = opened(exchange('exchange', ['exchange.com']));
    expect(matcher.readings(hostOf('exchange-login.net'))).toEqual([]);
    expect(matcher.readings(hostOf('exchange-com.net')).length).toBeGreaterThan(0);
  });
});

describe('readings', () => {
  it('are those of one host, whatever was judged before and after', () => {
    const matcher = opened(vorbalex);
    const first = matcher.readings(hostOf('vorbalex-login.net'));
    expect(first.length).toBeGreaterThan(0);
    matchOf(matcher, 'vorbalex.top');
    expect(matcher.readings(hostOf('vorbalex-login.net'))).toEqual(first);
    expect(matcher.readings(hostOf('example.org'))).toEqual([]);
  });

  it('know the pinyin of names for telling words, where it is of one exchange', () => {
    const names_pinyin = [{ form: 'qingtaluo', source: 'a test' }];
    const matcher = opened(vorbalex, { ...exchange('qintaro', ['qintaro.com']), names_pinyin });
    const behind = (text: string) =>
      matcher.readings(hostOf(text)).find(({ name }) => name.text === 'vorbalex')?.after;
    expect(behind('vorbalex-qingtaluo.top')).toBe(TELLING);
    expect(behind('vorbalex.top')).toBe(NOTHING);
  });

  it('are found in Chinese', () => {
    const named = { ...exchange('qintaro', ['qintaro.com']), names_zh: ['青塔罗'] };
    expect(matchOf(opened(named), '青塔罗官网.com')).toMatchObject({ exchange: 'qintaro' });
  });
});
