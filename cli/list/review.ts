import { defineCommand } from 'citty';
import { REVIEW_REASONS, type ReviewItem, reviewRecords } from '../../utils/list/review-records.ts';
import { wholeNumber } from '../whole-number.ts';
import { LIST_FOLDER, readRecords } from './read-records.ts';

/** A century: no record is older. */
const MOST_MONTHS = 1_200;

/** `ensign list review [--months 12]`: tab-separated lines, weightiest reason first. */
export const review = defineCommand({
  meta: {
    name: 'review',
    description: 'What should be looked at again: lapsed, weak and long unchecked entries',
  },
  args: {
    months: { type: 'string', description: 'Checked longer ago is due', default: '12' },
    from: { type: 'string', description: 'Folder of the records', default: LIST_FOLDER, valueHint: 'FOLDER' },
  },
  async run({ args }) {
    const months = wholeNumber(args.months, '--months', { to: MOST_MONTHS });
    const list = await readRecords(args.from);
    const items = reviewRecords(list.exchanges, monthsAgo(new Date(), months));
    process.stdout.write(items.map((item) => `${line(item)}\n`).join(''));
    const counts = REVIEW_REASONS.map(
      (reason) => `${items.filter((item) => item.reason === reason).length} ${reason}`,
    );
    process.stderr.write(`${counts.join(', ')}\n`);
  },
});

function line({ reason, exchange, name, detail }: ReviewItem): string {
  return [reason, exchange, name ?? '', detail].join('\t');
}

function monthsAgo(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, now.getUTCDate()))
    .toISOString()
    .slice(0, 10);
}
