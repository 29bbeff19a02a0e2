import { expect, test } from 'vitest';
import { type IgnoreEntry, ignoredAtStart } from '../../../utils/settings/settings.ts';

const entry = (id: string, term: IgnoreEntry['term'], until: string | null): IgnoreEntry => ({
  id,
  domain: 'okx.ac',
  kinds: ['listed'],
  term,
  record: true,
  since: '2026-11-20T00:00:00.000Z',
  until,
});

test('a new browser session keeps what is ignored always or until later, and nothing else', () => {
  const held = ignoredAtStart(
    [
      entry('session', 'session', null),
      entry('ended', 'day', '2026-11-21T00:00:00.000Z'),
      entry('running', 'week', '2026-11-27T00:00:00.000Z'),
      entry('always', 'always', null),
    ],
    '2026-11-22T00:00:00.000Z',
  );
  expect(held.map(({ id }) => id)).toEqual(['running', 'always']);
});
