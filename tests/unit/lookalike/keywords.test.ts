import { describe, expect, it } from 'vitest';
import { Keywords, NOTHING, STRONG, TELLING, UNCOVERED, WEAK } from '../../../utils/lookalike/keywords.ts';
import { groupedWords } from '../../../utils/lookalike/tables.ts';
import { labelOf, tables } from './label.ts';

const keywords = new Keywords(groupedWords(tables.keywords), ['ouyi']);

function cover(text: string): number {
  const label = labelOf(text);
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
