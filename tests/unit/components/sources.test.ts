import { expect, test } from 'vitest';
import { sourcesOf } from '../../../components/explain/source.ts';

test('sources stand one by one; a remark in brackets stays with its own', () => {
  expect(sourcesOf('a/b@c975ccef data/okx; npm ccxt okx')).toEqual(['a/b@c975ccef data/okx', 'npm ccxt okx']);
  expect(sourcesOf('a file (a tracker (web); a scheme page); a/b@c975ccef')).toEqual([
    'a file (a tracker (web); a scheme page)',
    'a/b@c975ccef',
  ]);
});
