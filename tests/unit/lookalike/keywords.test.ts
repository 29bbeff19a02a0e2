import { describe, expect, it } from 'vitest';
import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import { Keywords, NOTHING, STRONG, TELLING, UNCOVERED, WEAK } from '../../../utils/lookalike/keywords.ts';
import { LabelText } from '../../../utils/lookalike/label-text.ts';
import { groupedWords, readTables } from '../../../utils/lookalike/tables.ts';

const tables = readTables(buildTables(readWeights()).buffer);
const keywords = new Keywords(groupedWords(tables.keywords), ['ouyi']);

function cover(text: string): number {
  const label = new LabelText();
  label.read(text, 0, text.length, tables);
  return keywords.cover(label, 0, label.length);
}

describe('what a stretch is made of', () => {
  it.each([
    ['', NOTHING],
    ['login', TELLING],
    ['loginsupport', TELLING],
    ['secure7login', TELLING],
    ['anmeldung', STRONG],
    ['ayuda', STRONG],
    ['www', WEAK],
    ['vip88', WEAK],
    ['app-cn', WEAK],
    ['denglu', STRONG],
    ['ouyi', TELLING],
    ['gaming', UNCOVERED],
    ['way', UNCOVERED],
    ['zho', UNCOVERED],
    ['xloginx', UNCOVERED],
  ])('%s', (text, kind) => {
    expect(cover(text)).toBe(kind);
  });
});
