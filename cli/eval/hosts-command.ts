import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { listedExchanges } from '../list/read-records.ts';
import { openMatcher } from '../lookalike/open-matcher.ts';
import { CommandFailure } from '../outcome.ts';
import { exchangeByBrand } from './brand-exchange.ts';
import {
  CHROMIUM_CASES,
  type ChromiumCase,
  ChromiumCaseSchema,
  type ChromiumReport,
  evaluateChromium,
} from './chromium-cases.ts';
import { evaluateHosts } from './hosts.ts';
import { hostsReport } from './hosts-report.ts';
import { SetFaults } from './set-faults.ts';
import { setRows } from './set-lines.ts';

/** `ensign eval hosts DIR [--misses]` */
export const evalHosts = defineCommand({
  meta: {
    name: 'hosts',
    description:
      'Measure the lookalike engine on a labelled folder: NAME.jsonl {host, brand, technique?}, NAME.txt quiet hosts',
  },
  args: {
    dir: { type: 'positional', description: 'Folder with the sets', required: true },
    misses: { type: 'boolean', description: 'Name every labelled host that was missed', default: false },
  },
  async run({ args }) {
    const folder = await stat(args.dir).catch((cause: unknown) => {
      throw new CommandFailure(`cannot read ${args.dir}`, 2, { cause });
    });
    if (!folder.isDirectory()) throw new CommandFailure(`${args.dir} is no folder`, 2);
    const exchanges = await listedExchanges();
    const matcher = await openMatcher(exchanges);
    const faults = new SetFaults();
    const report = await evaluateHosts(args.dir, matcher, exchangeByBrand(exchanges), faults);
    process.stdout.write(hostsReport(report, args.misses));
    const cases = join(args.dir, CHROMIUM_CASES);
    if (existsSync(cases)) {
      const rows: ChromiumCase[] = [];
      for await (const { row } of setRows(cases, ChromiumCaseSchema, faults)) rows.push(row);
      process.stdout.write(chromiumReport(evaluateChromium(rows)));
    }
    faults.refuse();
  },
});

/** Agreement with Chromium, and every difference with its reason. */
function chromiumReport({ concerned, agreed, differences }: ChromiumReport): string {
  const lines = differences.map(
    ({ input, expected, found, reason }) =>
      `| ${input} | ${expected ? 'lookalike' : 'quiet'} | ${found ?? 'quiet'} | ${reason ?? 'should agree'} |`,
  );
  return [
    '',
    `Chromium's cases: agrees in ${agreed} of ${concerned}; ${differences.length - (concerned - agreed)} more differ on purpose.`,
    '',
    '| host | Chromium | Ensign | reason |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}
