import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rates, tally } from '../../../cli/eval/page-metrics.ts';
import { judgePages, pagesReport } from '../../../cli/eval/pages.ts';
import { scanPages } from '../../../cli/scan/pages.ts';
import { context, NAMES } from './records.ts';

const TEXT = '比特币与以太坊的币币交易、合约交易,支持充币提币与法币买币,限价委托,当前委托,撤单。';
const HTML = `<?php echo 1 ?><title>{$webname}</title><h1>{:L('数字资产交易平台')}</h1><p>${TEXT}</p><script>赌博</script>`;
const pageContext = { names: NAMES, hostOwner: context().hostOwner };
const noSources = () => Promise.reject(new Error('no list in this test'));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await writeFile(join(folder, 'a.html'), HTML);
  await writeFile(join(folder, 'b.txt'), `# 海燕交易所\n${TEXT}`);
  await writeFile(
    join(folder, 'c.txt'),
    '# 今日菜谱\n把牛肉切块,加入葱姜与料酒,小火慢炖一个半小时即可出锅装盘。',
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function scan(...lines: string[]): Promise<Record<string, unknown>[]> {
  await writeFile(join(folder, 'index.jsonl'), `${lines.join('\n')}\n`);
  const out: Record<string, unknown>[] = [];
  for await (const line of scanPages(join(folder, 'index.jsonl'), pageContext, noSources)) {
    out.push(JSON.parse(line) as Record<string, unknown>);
  }
  return out;
}

describe('scan pages', () => {
  it('judges .html as pages and others as text, a line for a line, in order', async () => {
    const out = await scan(
      '{"id":"a","file":"a.html"}',
      '{"id":"b","file":"b.txt","title":"海燕交易所"}',
      '{"id":"c","file":"c.txt"}',
    );
    expect(out).toMatchObject([
      {
        id: 'a',
        landing: true,
        page_kind: 'exchange',
        tier: 'caution',
        script: 'Hans',
        findings: ['landing'],
      },
      { id: 'b', landing: true, exchange: null },
      { id: 'c', landing: false, page_kind: 'none', tier: 'none', script: 'Hans', findings: [], score: 0 },
    ]);
  });

  it.each([
    ['a file that is not there', '{"id":"x","file":"none.html"}', 'x'],
    ['a line that is no JSON', 'what', null],
    ['a line without a file', '{"id":"x"}', null],
    ['an address that is none', '{"id":"x","file":"a.html","url":"::"}', 'x'],
  ])('names the error of %s, and goes on', async (_, line, id) => {
    const [wrong, right] = await scan(line, '{"id":"b","file":"b.txt"}');
    expect(wrong).toEqual({ id, error: expect.any(String) });
    expect(right).toMatchObject({ id: 'b', landing: true });
  });
});

describe('eval pages', () => {
  it('reports by class and family, and every error by name', async () => {
    const rows = [
      { id: 'a', class: 'P1', label: 'landing', group: 'g1', kind: 'html', file: 'a.html', lang: 'zh-Hans' },
      { id: 'c', class: 'P1', label: 'landing', group: 'g2', kind: 'text', file: 'c.txt', lang: 'zh-Hans' },
      { id: 'n', class: 'N3', label: 'not', group: 'g2', kind: 'text', file: 'c.txt', lang: 'zh-Hans' },
    ];
    await writeFile(join(folder, 'index.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const report = pagesReport(await judgePages(folder, pageContext));
    expect(report).toContain('| all but string bundles | 3 | 1 | 0 | 1 | 1 | 1.000 | 0.500 | 0.667 |');
    expect(report).toContain('| g2 | 2 | c |');
    expect(report).toContain('missed c (P1, g2) score 0');
  });

  it('has no rate where there is nothing to divide by', () => {
    expect(rates(tally([]))).toEqual({ precision: null, recall: null, f1: null });
  });

  it('says which folder holds no index', async () => {
    await expect(judgePages(join(folder, 'nothing'), pageContext)).rejects.toThrow(
      /no index\.jsonl in .*nothing/,
    );
  });
});
