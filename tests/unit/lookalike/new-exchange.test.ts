import { expect, it } from 'vitest';
import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import { isBadHost, parseHost } from '../../../utils/domain/host.ts';
import { buildLookalikeIndex } from '../../../utils/lookalike/build-index.ts';
import { openLookalike } from '../../../utils/lookalike/open.ts';
import { exchange } from '../list/sample-list.ts';

it('a list brings new exchanges by itself', () => {
  const tables = buildTables(readWeights());
  const fresh = [exchange('vorbalex', ['vorbalex.com'])];
  const open = (hosts: Record<string, number>) =>
    openLookalike(
      tables.buffer.slice(0),
      buildLookalikeIndex(fresh, { date: '', sources: [], hosts }).buffer,
    );
  const judge = (text: string, matcher = open({ vorbalex: 10 })) => {
    const host = parseHost(text);
    return isBadHost(host) ? host : (matcher.match(host)?.exchange ?? null);
  };
  expect(judge('vorbalex-login.net')).toBe('vorbalex');
  expect(judge('vorballex.com')).toBe('vorbalex');
  expect(judge('vorbalex.com')).toBeNull();
  expect(judge('binance-login.net')).toBeNull();
});
