import { expect, test } from 'vitest';
import { reviewRecords } from '../../../utils/list/review-records.ts';
import { exchange } from './sample-list.ts';

test('one item a row, weightiest reason first; fresh rows and known statuses are left alone', () => {
  const status = { state: 'repurposed' as const, checked: '2026-01-01', source: 'a test' };
  const records = [
    {
      ...exchange('known', [{ domain: 'fresh.com', last_seen_live: '2026-02-01' }]),
      status: 'active' as const,
      status_source: ['a test'],
    },
    exchange('x', [
      'never.com',
      { domain: 'old.com', last_seen_live: '2024-02' },
      { domain: 'due.com', last_seen_live: '2025-11-23' },
      { domain: 'weak.com', confidence: 'claimed', last_seen_live: '2026-02-01' },
      { domain: 'sold.com', domain_status: status, confidence: 'claimed' },
    ]),
    { ...exchange('y', []), status: 'defunct' as const },
  ];
  expect(reviewRecords(records, '2025-11-23').map((item) => Object.values(item).join('|'))).toEqual([
    'x|sold.com|lapsed|repurposed (2026-01-01)',
    'x|weak.com|weak|claimed',
    'x|never.com|unchecked|never',
    'x|old.com|unchecked|last 2024-02',
    'x||no status|unknown',
    'y||status without source|defunct',
  ]);
});
