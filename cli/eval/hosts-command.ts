import { stat } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { listedExchanges } from '../list/read-records.ts';
import { openMatcher } from '../lookalike/open-matcher.ts';
import { CommandFailure } from '../outcome.ts';
import { exchangeByBrand } from './brand-exchange.ts';
import { evaluateHosts } from './hosts.ts';
import { hostsReport } from './hosts-report.ts';

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
    const report = evaluateHosts(args.dir, matcher, exchangeByBrand(exchanges));
    process.stdout.write(hostsReport(report, args.misses));
  },
});
