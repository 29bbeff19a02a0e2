import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { prepareDebian } from '../../cli/tasks/setup/machine.ts';
import { writeCsvSpreadsheet } from '../../utils/export/csv.ts';
import { prepareExport } from '../../utils/export/prepare.ts';
import type { StoredFlag } from '../../utils/history/flag.ts';
import { bytesOf, exportRequest, memorySource } from '../fixtures/export/memory-source.ts';
import { storedFlag } from '../fixtures/flag.ts';

/**
 * The spreadsheet preset of CSV opened and saved again by LibreOffice: every cell the same, Chinese text right, no
 * formula, neither with the preset's quotes taken for text nor as a double click opens it.
 *   npm run readback
 * Wants Debian's libreoffice-calc, which it installs on Debian as root. DuckDB, unzip and the published schemas read
 * the other formats back in tests/unit/export.
 */
const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'];
/** Comma, double quote, UTF-8, from the first line; then whether what is quoted is text. */
const QUOTED_IS_TEXT = 'CSV:44,34,76,1,,0,true,false';
const AS_OPENED = 'CSV:44,34,76,1,,0,false,true';
const SAVED = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true';

const TITLES = [
  '币安官网入口 — 注册送礼',
  '火幣交易所（備用網址）',
  '=1+1',
  '=HYPERLINK("https://x.example","点击")',
  '+86 138',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '\t=1+1',
  "\r\n=cmd|'/c calc'!A0",
  ' =1+1',
  'a,"b"\nc',
  '𠮷野家 😀',
  '1/2',
  '0123',
  '1e5',
];

const run = promisify(execFile);
const office = () => SOFFICE.find((path) => existsSync(path));
if (!office()) await prepareDebian(['libreoffice-calc']);
const program = office();
if (program) await readBack(program);
else process.stdout.write('skipped: no LibreOffice; install libreoffice-calc\n');

async function readBack(program: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ensign-office-'));
  try {
    const bytes = await bytesOf(
      writeCsvSpreadsheet(false)(
        prepareExport(
          memorySource({ flags: flags() }),
          exportRequest({ level: 'full', query: true, title: true }),
        ),
      ),
    );
    const file = join(folder, 'flags.csv');
    await writeFile(file, bytes);
    const convert = async (filter: string, to: string, out: string) => {
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
      const args = [
        profile,
        '--headless',
        `--infilter=${filter}`,
        '--convert-to',
        to,
        '--outdir',
        join(folder, out),
        file,
      ];
      await run(program, args, { timeout: 300_000 });
      return readFile(join(folder, out, `flags.${to.split(':')[0]}`), 'utf8');
    };
    const ours = cells(new TextDecoder().decode(bytes));
    const theirs = cells(await convert(QUOTED_IS_TEXT, SAVED, 'saved'));
    const differing = ours.flatMap((row, y) => row.filter((cell, x) => cell !== theirs[y]?.[x]));
    say(
      `cells: ${ours.flat().length} of ${ours.length} rows, ${theirs.flat().length} read, ${differing.length} differ`,
      ours.length > 1 && differing.length === 0 && ours.flat().length === theirs.flat().length,
    );
    for (const [name, filter] of [
      ['quoted as text', QUOTED_IS_TEXT],
      ['as opened', AS_OPENED],
    ] as const) {
      const sheet = await convert(filter, 'fods', name.replaceAll(' ', '-'));
      const formulas = sheet.split('table:formula=').length - 1;
      const chinese = TITLES.slice(0, 2).every((title) => sheet.includes(title));
      say(
        `${name}: ${formulas} formulas, Chinese text ${chinese ? 'right' : 'wrong'}`,
        formulas === 0 && chinese,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function flags(): StoredFlag[] {
  return TITLES.map((title, n) => ({
    ...storedFlag({
      flag_id: `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`,
      document: String(n),
      host: 'xn--fiq228c.example',
    }),
    host_unicode: '中文.example',
    title,
    html_lang: title,
    signals: [{ id: 'payment-rails', version: 1, value: `${title}、支付宝`, weight: 0.38 }],
  }));
}

/** Rows of texts; line ends within a cell are a spreadsheet's own. */
function cells(csv: string): string[][] {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, '').trimEnd());
  return data.map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n')));
}

function say(line: string, right: boolean): void {
  process.stdout.write(`${right ? 'right' : 'WRONG'}  ${line}\n`);
  if (!right) process.exitCode = 1;
}
