import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeCsvSpreadsheet } from '../../../utils/export/csv.ts';
import { inertCell } from '../../../utils/export/inert-cell.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

describe('inertCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+852', "'+852"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['＝1+1', "'＝1+1"],
    ['\tx', "'\tx"],
    ['\r=x', "'\r=x"],
    ['\n=x', "'\n=x"],
    ['a=b', 'a=b'],
    ['1-2', '1-2'],
    ['okx.com', 'okx.com'],
    ['', ''],
    ['pay\u202Egnp', 'pay\\u202Egnp'],
    ['nul\u0000', 'nul\\u0000'],
    ['欧易\n注册', '欧易\n注册'],
  ])('%j => %j', (text, cell) => expect(inertCell(text)).toBe(cell));

  it('cuts what a spreadsheet would spread over further rows', () => {
    expect(inertCell('x'.repeat(40_000))).toHaveLength(32_001);
  });
});

async function sheet(defanged: boolean): Promise<{ text: string; rows: Record<string, string>[] }> {
  const flag = {
    ...storedFlag({ flag_id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', document: 'd', host: 'www.okx.com' }),
    title: '=HYPERLINK("https://x.example";"欧易")',
    url: 'https://www.okx.com/a.html',
    redirect_chain: ['a.example', 'b.example'],
  };
  const options = { level: 'path', title: true, time: 'exact' } as const;
  const bundle = prepareExport(memorySource({ flags: [flag] }), exportRequest(options));
  const bytes = await bytesOf(writeCsvSpreadsheet(defanged)(bundle));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return {
    text,
    rows: Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data,
  };
}

describe('the spreadsheet preset', () => {
  it('begins with a byte order mark, quotes every cell and ends every row alike', async () => {
    const { text } = await sheet(false);
    expect(text.startsWith('\uFEFF"schema_version","flag_id"')).toBe(true);
    expect(text.endsWith('"\r\n')).toBe(true);
  });

  it('makes formulas inert and keeps Chinese text', async () => {
    const { rows } = await sheet(false);
    expect(rows[0]?.title).toBe('\'=HYPERLINK("https://x.example";"欧易")');
    expect(rows[0]?.redirect_chain).toBe('a.example | b.example');
    expect(rows[0]?.url).toBe('https://www.okx.com/a.html');
  });

  it('makes names unclickable when asked', async () => {
    const { rows } = await sheet(true);
    expect(rows[0]).toMatchObject({
      host: 'www[.]okx[.]com',
      registrable_domain: 'www[.]okx[.]com',
      url: 'hxxps://www[.]okx[.]com/a.html',
      redirect_chain: 'a[.]example | b[.]example',
    });
    expect(rows[0]?.findings).toContain('"target":"www[.]okx[.]com"');
  });
});
