import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import * as v from 'valibot';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { CommandFailure } from '../outcome.ts';
import { PageFileError } from '../scan/decode-page.ts';
import { type JudgedFile, judgeFile, type PageContext, pageContext } from '../scan/pages.ts';
import {
  by,
  CLASSES,
  isRightKind,
  isRightScript,
  isWrong,
  type JudgedPage,
  rates,
  tally,
} from './page-metrics.ts';
import { SetFaults } from './set-faults.ts';
import { setRows } from './set-lines.ts';

const text = v.pipe(v.string(), v.nonEmpty());

const CHINESE = ['zh-Hans', 'zh-Hant', 'zh-mixed'];
const isLang = (lang: string) => !lang.startsWith('zh') || CHINESE.includes(lang);

/** A line of `index.jsonl`, as docs/landing-pages.md describes it. */
const LabelSchema = v.object({
  id: text,
  class: v.picklist(CLASSES),
  label: v.picklist(['landing', 'not']),
  group: text,
  kind: v.picklist(['html', 'text', 'i18n']),
  file: text,
  lang: v.nullish(v.pipe(text, v.check(isLang, `Invalid: Expected one of ${CHINESE} for Chinese`)), null),
  title: v.nullish(v.string()),
  ambiguous: v.optional(v.unknown()),
});

type Label = v.InferOutput<typeof LabelSchema>;

/** Measured is what a page's content gives away: its address is left out. */
const noAddress = (): never => {
  throw new Error('pages are measured without their address');
};

/** Judges every page of `DIR/index.jsonl`; what cannot be read goes to the faults. */
export async function judgePages(
  folder: string,
  context: PageContext,
  faults: SetFaults,
): Promise<JudgedPage[]> {
  const index = join(folder, 'index.jsonl');
  if (!existsSync(index)) throw new CommandFailure(`no index.jsonl in ${folder}`, 2);
  const pages: JudgedPage[] = [];
  for await (const { place, row } of setRows(index, LabelSchema, faults)) {
    const judged = await judgeContent(row, folder, context);
    if (judged instanceof PageFileError) faults.add(place, judged.message);
    else pages.push(judgedPage(row, judged));
  }
  return pages;
}

/** By its content alone: the address is left out. */
async function judgeContent(
  { id, file, title }: Label,
  folder: string,
  context: PageContext,
): Promise<JudgedFile | PageFileError> {
  const line = { id, file, ...(title ? { title } : {}) };
  try {
    return await judgeFile(line, folder, context, noAddress);
  } catch (error) {
    if (error instanceof PageFileError) return error;
    throw error;
  }
}

function judgedPage(label: Label, { page }: JudgedFile): JudgedPage {
  const { id, group, kind, lang } = label;
  return {
    id,
    class: label.class,
    group,
    kind,
    landing: label.label === 'landing',
    disputed: Boolean(label.ambiguous),
    lang,
    pageKind: page.pageKind,
    script: page.script,
    exchange: page.exchange,
    score: page.score,
  };
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
      const faults = new SetFaults();
      const pages = await judgePages(args.dir, args.nameless ? nameless(context) : context, faults);
      process.stdout.write(pagesReport(pages));
      faults.refuse();
    },
  });
