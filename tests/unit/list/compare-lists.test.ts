import { expect, test } from 'vitest';
import { compareLists } from '../../../utils/list/compare-lists.ts';
import { exchange, listOf, reported, SAMPLE } from './sample-list.ts';

test('a list does not differ from itself', () => expect(compareLists(SAMPLE, SAMPLE)).toEqual([]));

test('names what was added, removed, moved and changed', () => {
  const before = listOf(
    [exchange('a', ['a.com', 'moves.com', 'goes.com']), exchange('b', ['b.com']), exchange('gone', [])],
    [reported('bad.com', 'a'), reported('stale.com', 'a')],
  );
  const after = listOf(
    [
      exchange('a', [{ domain: 'a.com', role: 'former' }]),
      { ...exchange('b', ['b.com', 'moves.com']), status: 'defunct' as const },
      exchange('new', ['new.com']),
    ],
    [reported('bad.com', 'b'), reported('worse.com', 'b')],
  );
  expect(compareLists(before, after)).toEqual([
    { kind: 'exchange changed', exchange: 'b', fields: ['status'] },
    { kind: 'exchange removed', exchange: 'gone', fields: [] },
    { kind: 'exchange added', exchange: 'new', fields: [] },
    { kind: 'name changed', name: 'a.com', exchange: 'a', fields: ['role'] },
    { kind: 'name removed', name: 'goes.com', exchange: 'a', role: 'primary' },
    { kind: 'name moved', name: 'moves.com', from: 'a', to: 'b' },
    { kind: 'name added', name: 'new.com', exchange: 'new', role: 'primary' },
    { kind: 'report changed', name: 'bad.com', exchange: 'b' },
    { kind: 'report removed', name: 'stale.com', exchange: 'a' },
    { kind: 'report added', name: 'worse.com', exchange: 'b' },
  ]);
});
