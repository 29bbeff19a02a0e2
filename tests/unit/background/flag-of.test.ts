import { expect, test } from 'vitest';
import { noteFlag, turnToFlag } from '../../../entrypoints/background/flag-of.ts';
import { newDocument } from '../../../entrypoints/background/tab-state.ts';
import type { Verdict } from '../../../utils/verdict/finding.ts';

/** What is found where a page speaks of an exchange. */
const speakingOf = (id: string) =>
  ({ findings: [{ kind: 'landing', exchange: { id } }], ignored: [] }) as unknown as Verdict;

test('a page that speaks of another exchange at each of its addresses has twenty flags, and no more', () => {
  const url = 'https://a.example/';
  const document = newDocument({ key: 'd', documentId: 'd', url, incognito: false, chain: [] });
  const flags = new Set<string>();
  for (let at = 0; at < 50; at++) {
    document.moved = at > 0;
    const verdict = speakingOf(`exchange ${at}`);
    turnToFlag(document, verdict);
    document.flagged = true;
    noteFlag(document, verdict);
    flags.add(document.flagKey);
  }
  expect(flags.size).toBe(20);
  expect(Object.keys(document.flags)).toHaveLength(20);
});
