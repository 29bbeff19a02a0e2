/**
 * Writes assets/landing/han.ts from the character tables of OpenCC (npm opencc-js, Apache-2.0).
 * Run with `npm run build:han`; tests/unit/landing/han-table.test.ts fails when the table is stale.
 */
import { writeFileSync } from 'node:fs';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** `㑯 㑔|乾 干 乾` → [['㑯', ['㑔']], ['乾', ['干', '乾']]]; characters outside the BMP are left out. */
function rows(table: string): [string, string[]][] {
  return table
    .split('|')
    .map((row): [string, string[]] => {
      const [from = '', ...to] = row.split(' ');
      return [from, to];
    })
    .filter(([from, to]) => from.length === 1 && to[0]?.length === 1);
}

/** OpenCC prefers another form of these, yet Traditional pages of Taiwan and Hong Kong write them: 台灣, 群組, 佣金. */
const WRITTEN_IN_BOTH = '台群佣里准踪秘吃余占后干只谷松系咨布杰岳床灶栗注';

export function hanTable(): string {
  const folded = rows(traditionalToSimplified).filter(([from, to]) => to[0] !== from);
  const onlyTraditional = folded.filter(([from, to]) => !to.includes(from)).map(([from]) => from);
  const onlySimplified = rows(simplifiedToTraditional)
    .filter(([from, to]) => !to.includes(from) && !WRITTEN_IN_BOTH.includes(from))
    .map(([from]) => from);
  const column = (name: string, says: string, characters: string[]) =>
    `/** ${says} */\nexport const ${name} =\n  '${characters.join('')}';\n`;
  return [
    '/** Made by `npm run build:han` from opencc-js 1.4.2 (OpenCC, Apache-2.0). Do not edit. */\n',
    column(
      'TRADITIONAL',
      'Characters that fold, in the order of FOLDED.',
      folded.map(([from]) => from),
    ),
    column(
      'FOLDED',
      'What each character of TRADITIONAL folds to.',
      folded.map(([, to]) => to[0] ?? ''),
    ),
    column('ONLY_TRADITIONAL', 'Never written in Simplified text.', onlyTraditional),
    column('ONLY_SIMPLIFIED', 'Never written in Traditional text.', onlySimplified),
  ].join('\n');
}

if (import.meta.main) writeFileSync(new URL('../../assets/landing/han.ts', import.meta.url), hanTable());
