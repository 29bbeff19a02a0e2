import { describe, expect, test } from 'vitest';
import { checkReported } from '../../../utils/list/check-reported.ts';
import { exchange } from './sample-list.ts';

describe('reported names', () => {
  const records = [
    exchange('okx', [
      'okx.com',
      { domain: 'okex.com', role: 'former' },
      { domain: 'okx.cash', confidence: 'claimed' },
    ]),
    exchange('etoro', [{ domain: 'etoro.com', imitated_only: true }]),
  ];
  const check = (line: string) =>
    checkReported(
      [{ file: 'a.csv', text: `name,exchange,source,first_seen,last_seen,exact\n${line}\n` }],
      records,
    );

  test('are read', () => {
    expect(check('0kx.com,okx,a blocklist,2024-05,,exact')).toEqual({
      faults: [],
      reported: [
        {
          name: '0kx.com',
          exchange: 'okx',
          source: 'a blocklist',
          firstSeen: '2024-05',
          lastSeen: null,
          exact: true,
        },
      ],
    });
  });

  test.each(['okex.com', 'okx.cash'])('may be a weak row: %s', (name) => {
    expect(check(`${name},okx,a blocklist,,,`).faults).toEqual([]);
  });

  test.each([
    ['okx.com,okx,a blocklist,,,', /firm row/],
    ['www.okx.com,okx,a blocklist,,,', /firm row/],
    ['etoro.com,etoro,a blocklist,,,', /firm row/],
    ['com,okx,a blocklist,,,', /public suffix/],
    ['pages.dev,okx,a blocklist,,,', /public suffix/],
    ['0KX.com,okx,a blocklist,,,', /no hostname/],
    ['0kx.com,nobody,a blocklist,,,', /nobody is no record/],
    ['0kx.com,okx,,,,', /no source/],
    ['0kx.com,okx,a blocklist,1999,,', /no date/],
    ['0kx.com,okx,a blocklist,2020,2157,', /2157 is no date/],
    ['0kx.com,okx,a blocklist,soon,,', /soon is no date/],
    ['0kx.com', /: {2}is no record/],
  ])('%s is refused', (line, reason) => {
    expect(check(line).faults).toEqual([
      { file: 'a.csv', field: '2', reason: expect.stringMatching(reason) },
    ]);
  });

  test('may begin in 2000, and are no hosts below where no word says exact', () => {
    const { reported, faults: none } = check('0kx.com,okx,a blocklist,2000,2000-01-01,below');
    expect(none).toEqual([]);
    expect(reported).toMatchObject([{ firstSeen: '2000', lastSeen: '2000-01-01', exact: false }]);
  });

  test('are refused twice, in whatever file, and each line is told', () => {
    const header = 'name,exchange,source,first_seen,last_seen,exact';
    const line = '0kx.com,okx,a blocklist,,,';
    const files = [
      { file: 'a.csv', text: `${header}\r\n${line}\r\n\r\n${line}\r\n` },
      { file: 'b.csv', text: `${header}\n0kx.org,okx,a blocklist,,,\n${line}` },
    ];
    const { reported, faults: found } = checkReported(files, records);
    expect(reported.map(({ name }) => name)).toEqual(['0kx.com', '0kx.org']);
    expect(found).toEqual([
      { file: 'a.csv', field: '4', reason: '0kx.com: reported twice' },
      { file: 'b.csv', field: '3', reason: '0kx.com: reported twice' },
    ]);
  });

  test('are not read where the header is another', () => {
    const files = [{ file: 'a.csv', text: 'name,exchange\n0kx.com,okx' }];
    expect(checkReported(files, records)).toEqual({
      reported: [],
      faults: [
        {
          file: 'a.csv',
          field: '1',
          reason: 'is not the header name,exchange,source,first_seen,last_seen,exact',
        },
      ],
    });
  });
});
