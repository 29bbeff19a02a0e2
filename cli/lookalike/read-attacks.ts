import { join } from 'node:path';
import * as v from 'valibot';
import type { AttackCounts } from '../../utils/lookalike/attack-counts.ts';
import { issueWords } from '../issue-words.ts';
import { CommandFailure } from '../outcome.ts';
import { readText } from '../read-text.ts';

const AttacksSchema = v.pipe(
  v.string(),
  v.parseJson(undefined, 'not JSON'),
  v.object({
    date: v.string(),
    sources: v.array(v.string()),
    hosts: v.record(v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    names: v.exactOptional(
      v.array(
        v.object({
          name: v.string(),
          exchange: v.string(),
          kind: v.picklist(['product', 'abbreviation']),
          source: v.string(),
        }),
      ),
    ),
  }),
);

/** How often the exchanges of a list's folder are imitated: its attacks.json. @throws CommandFailure */
export async function readAttacks(folder: string): Promise<AttackCounts> {
  const file = join(folder, 'attacks.json');
  const { success, output, issues } = v.safeParse(AttacksSchema, await readText(file));
  if (success) return output;
  throw new CommandFailure(`${file}: ${issueWords(issues[0])}`, 1);
}
