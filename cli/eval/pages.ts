import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { CommandFailure } from '../outcome.ts';
import { type IndexLine, judgeFile, type PageContext, pageContext, parseIndexLine } from '../scan/pages.ts';
import { by, isRightKind, isRightScript, isWrong, type JudgedPage, rates, tally } from './page-metrics.ts';

const titled = ({ title }: IndexLine) => (title === undefined ? {} : { title });

/** Measured is what a page's content gives away: its address is left out. */
const noAddress = (): never => {
  throw new Error('pages are measured without their address');
};

/** Judges every page of `DIR/index.jsonl` ({id, class, label, group, kind, file, title, lang, ambiguous?} a line). */
export async function judgePages(folder: string, context: PageContext): Promise<JudgedPage[]> {
  const index = await readFile(join(folder, 'index.jsonl'), 'utf8').catch((cause: unknown) => {
    throw new CommandFailure(`no index.jsonl in ${folder}`, 2, { cause });
  });
  const pages: JudgedPage[] = [];
  for (const text of index.split('\n').filter((line) => line.trim() !== '')) {
    const line = parseIndexLine(text);
    const label = JSON.parse(text) as Record<string, string | undefined>;
    const { page } = await judgeFile(
      { id: line.id, file: line.file, ...titled(line) },
      folder,
      context,
      noAddress,
    );
    pages.push({
      id: line.id,
      class: label.class ?? '?',
      group: label.group ?? line.id,
      kind: label.kind ?? 'text',
      landing: label.label === 'landing',
      disputed: Boolean(label.ambiguous),
      lang: label.lang ?? null,
      pageKind: page.pageKind,
      script: page.script,
      exchange: page.exchange,
      score: page.score,
    });
  }
  return pages;
}

const percent = (x: number | null) => (x === null ? '–' : x.toFixed(3));
const share = (right: number, all: number) => `${right}/${all} ${percent(all > 0 ? right / all : null)}`;

function row(name: string, pages: JudgedPage[]): string {
  const counts = tally(pages);
  const { precision, recall, f1 } = rates(counts);
  return `| ${name} | ${pages.length} | ${counts.tp} | ${counts.fp} | ${counts.fn} | ${counts.tn} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`;
}

/** Markdown: totals, by class, by source family where it errs, and every error by name. */
export function pagesReport(pages: JudgedPage[]): string {
  const whole = pages.filter(({ kind }) => kind !== 'i18n');
  const flagged = pages.filter(({ landing, pageKind }) => landing && pageKind !== 'none');
  const wrong = pages.filter(isWrong);
  const lines = [
    '| pages | n | tp | fp | fn | tn | precision | recall | F1 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    row('all but string bundles', whole),
    row(
      'undisputed',
      whole.filter(({ disputed }) => !disputed),
    ),
    row(
      'string bundles',
      pages.filter(({ kind }) => kind === 'i18n'),
    ),
    ...Array.from(
      by(pages, (page) => page.class),
      ([name, group]) => row(name, group),
    ),
    '',
    `Page kind right: ${share(flagged.filter(isRightKind).length, flagged.length)}`,
    `Script right: ${share(pages.filter(isRightScript).length, pages.length)}`,
    `Names an exchange: ${share(flagged.filter(({ exchange }) => exchange !== null).length, flagged.length)}`,
    '',
    '| source family with errors | n | wrong |',
    '| --- | --- | --- |',
    ...Array.from(
      by(pages, (page) => page.group),
      ([name, group]) => ({ name, group, bad: group.filter(isWrong) }),
    )
      .filter(({ bad }) => bad.length > 0)
      .map(({ name, group, bad }) => `| ${name} | ${group.length} | ${bad.map(({ id }) => id).join(', ')} |`),
    '',
    ...wrong.map(
      ({ id, class: kind, group, disputed, score, landing }) =>
        `${landing ? 'missed' : 'false alarm'} ${id} (${kind}, ${group}${disputed ? ', disputed' : ''}) score ${score}`,
    ),
    ...flagged
      .filter((page) => !isRightKind(page))
      .map(({ id, class: kind, pageKind }) => `kind ${id} (${kind}) said ${pageKind}`),
    ...pages
      .filter((page) => !isRightScript(page))
      .map(({ id, lang, script }) => `script ${id} (${lang}) said ${script}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same list with every name taken away: pages must be found without being recognised. */
const nameless = (context: PageContext): PageContext => ({
  names: { heads: new Map() },
  hostOwner: context.hostOwner,
});

export const evalPagesCommand = (records: () => Promise<ExchangeRecord[]>) =>
  defineCommand({
    meta: { name: 'pages', description: 'Measure the page engine on a labelled folder' },
    args: {
      dir: {
        type: 'positional',
        description: 'Folder with index.jsonl and the files it names',
        required: true,
      },
      nameless: { type: 'boolean', description: 'Judge as if no exchange were listed', default: false },
    },
    async run({ args }) {
      const context = pageContext(await records());
      process.stdout.write(
        pagesReport(await judgePages(args.dir, args.nameless ? nameless(context) : context)),
      );
    },
  });
