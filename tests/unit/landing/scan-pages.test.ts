import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rates, tally } from '../../../cli/eval/page-metrics.ts';
import { judgePages, pagesReport } from '../../../cli/eval/pages.ts';
import { SetFaults } from '../../../cli/eval/set-faults.ts';
import { MAX_LINE_BYTES } from '../../../cli/scan/lines.ts';
import { scanPages } from '../../../cli/scan/pages.ts';
import { encoded } from '../../fixtures/encoded.ts';
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
    join(folder, 'gbk.html'),
    encoded(`<meta charset=gb2312><h1>海燕交易所</h1>${TEXT}`, 'gbk'),
  );
  await writeFile(join(folder, 'unsaid.html'), encoded(TEXT, 'gbk'));
  await writeFile(join(folder, 'nul.html'), `${TEXT}\0`);
  await writeFile(
    join(folder, 'c.txt'),
    '# 今日菜谱\n把牛肉切块,加入葱姜与料酒,小火慢炖一个半小时即可出锅装盘。',
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function scan(...lines: string[]): Promise<Record<string, unknown>[]> {
  await writeFile(join(folder, 'index.jsonl'), `${lines.join('\n')}\n`);
  const out: Record<string, unknown>[] = [];
  const index = createReadStream(join(folder, 'index.jsonl'));
  for await (const line of scanPages(index, folder, pageContext, noSources)) {
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

  it.each(['page.HTM', 'page.xhtml', 'page.xht'])(
    'reads %s as a page: its scripts are no text',
    async (file) => {
      await writeFile(join(folder, file), `<script>${TEXT}</script>`);
      expect(await scan(`{"id":"p","file":"${file}"}`)).toMatchObject([{ id: 'p', landing: false }]);
    },
  );

  it.each(['page.htmx', 'page.htm.txt', 'htm'])('reads %s as text', async (file) => {
    await writeFile(join(folder, file), `<script>${TEXT}</script>`);
    expect(await scan(`{"id":"p","file":"${file}"}`)).toMatchObject([{ id: 'p', landing: true }]);
  });

  it.each([
    ['a file that is not there', '{"id":"x","file":"none.html"}', 'x'],
    ['a line that is no JSON', 'what', null],
    ['a line without a file', '{"id":"x"}', null],
    ['a line that is too long', `{"id":"x","file":"a.html","title":"${'a'.repeat(MAX_LINE_BYTES)}"}`, null],
    ['a page in an encoding that it does not name', '{"id":"x","file":"unsaid.html"}', 'x'],
    ['a page with NUL bytes', '{"id":"x","file":"nul.html"}', 'x'],
    ['an address that is none', '{"id":"x","file":"a.html","url":"::"}', 'x'],
  ])('names the error of %s, and goes on', async (_, line, id) => {
    const [wrong, right] = await scan(line, '{"id":"b","file":"b.txt"}');
    expect(wrong).toEqual({ id, error: expect.any(String) });
    expect(right).toMatchObject({ id: 'b', landing: true });
  });

  it('reads an index with a byte order mark, with carriage returns, and with blank lines, which give none', async () => {
    const out = await scan('\uFEFF{"id":"b","file":"b.txt"}\r', '', ' \r', '{"id":"c","file":"c.txt"}');
    expect(out.map(({ id, error }) => ({ id, error }))).toEqual([{ id: 'b' }, { id: 'c' }]);
  });

  it('reads a page in the encoding that it declares', async () => {
    expect(await scan('{"id":"gbk","file":"gbk.html"}')).toMatchObject([{ landing: true, script: 'Hans' }]);
  });
});

describe('eval pages', () => {
  const page = { class: 'P1', label: 'landing', group: 'g1', kind: 'text', file: 'b.txt' };

  it('reports by class and family, and every error by name', async () => {
    const rows = [
      { id: 'a', class: 'P1', label: 'landing', group: 'g1', kind: 'html', file: 'a.html', lang: 'zh-Hans' },
      { id: 'c', class: 'P1', label: 'landing', group: 'g2', kind: 'text', file: 'c.txt', lang: 'zh-Hans' },
      { id: 'n', class: 'N3', label: 'not', group: 'g2', kind: 'text', file: 'c.txt', lang: 'zh-Hans' },
    ];
    await writeFile(join(folder, 'index.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const faults = new SetFaults();
    const report = pagesReport(await judgePages(folder, pageContext, faults));
    expect(faults.said).toEqual([]);
    expect(report).toContain('| all but string bundles | 3 | 1 | 0 | 1 | 1 | 1.000 | 0.500 | 0.667 |');
    expect(report).toContain('| g2 | 2 | c |');
    expect(report).toContain('missed c (P1, g2) score 0');
  });

  it('measures the rest where lines are faulty, and names each fault by its line', async () => {
    const rows = [
      '\uFEFF{',
      { ...page, id: 'a' },
      '',
      { ...page, id: 'b', label: 'Landing' },
      { ...page, id: 'c', class: 'P5' },
      { ...page, id: 'd', kind: 'exchange' },
      { ...page, id: 'e', lang: 'zh-CN' },
      { ...page, id: 'f', file: 'none.html' },
      { ...page, id: 'g', file: 'unsaid.html' },
      { ...page, id: 'h', lang: 'ja', title: null, ambiguous: 'a reason' },
      { ...page },
    ];
    const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
    await writeFile(join(folder, 'index.jsonl'), lines.join('\r\n'));
    const faults = new SetFaults();
    const pages = await judgePages(folder, pageContext, faults);
    expect(pages.map(({ id, disputed }) => ({ id, disputed }))).toEqual([
      { id: 'a', disputed: false },
      { id: 'h', disputed: true },
    ]);
    expect(faults.said.map((words) => words.slice(folder.length + 1))).toEqual([
      'index.jsonl:1: not a line of JSON',
      expect.stringMatching(/^index\.jsonl:4: label: .*"landing" \| "not"/),
      expect.stringMatching(/^index\.jsonl:5: class: /),
      expect.stringMatching(/^index\.jsonl:6: kind: /),
      expect.stringMatching(/^index\.jsonl:7: lang: .*zh-Hans, ?zh-Hant/),
      expect.stringMatching(/^index\.jsonl:8: ENOENT/),
      'index.jsonl:9: the page is not valid in utf-8',
      expect.stringMatching(/^index\.jsonl:11: id: /),
    ]);
    expect(() => faults.refuse()).toThrow(/index\.jsonl:1: not a line of JSON\n[\s\S]*\n8 faults: set aside/);
    expect(() => new SetFaults().refuse()).not.toThrow();
  });

  it.each(['', '\r\n\n'])('finds nothing in an index of %j, and says so', async (text) => {
    await writeFile(join(folder, 'index.jsonl'), text);
    const faults = new SetFaults();
    expect(await judgePages(folder, pageContext, faults)).toEqual([]);
    expect(faults.said).toEqual([`${join(folder, 'index.jsonl')}: holds nothing`]);
  });

  it('has no rate where there is nothing to divide by', () => {
    expect(rates(tally([]))).toEqual({ precision: null, recall: null, f1: null });
  });

  it('says which folder holds no index', async () => {
    await expect(judgePages(join(folder, 'nothing'), pageContext, new SetFaults())).rejects.toThrow(
      /no index\.jsonl in .*nothing/,
    );
  });
});
