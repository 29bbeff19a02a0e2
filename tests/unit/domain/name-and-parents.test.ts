import { expect, test } from 'vitest';
import { nameAndParents, namesWithinRegistrable } from '../../../utils/domain/name-and-parents.ts';
import { hostOf } from '../list/sample-list.ts';

test.each([
  ['com', ['com']],
  ['okx.com', ['okx.com', 'com']],
  ['a.b.okx.co.uk', ['a.b.okx.co.uk', 'b.okx.co.uk', 'okx.co.uk', 'co.uk', 'uk']],
  ['', ['']],
])('%s and what stands above it', (name, names) => expect(nameAndParents(name)).toEqual(names));

test.each([
  [4, ['a.okx.com', 'okx.com']],
  [7, ['a.okx.com', 'okx.com']],
  [8, ['a.okx.com']],
  [10, ['a.okx.com']],
])('what stands above a name, of at least %i characters', (shortest, names) =>
  expect(nameAndParents('a.okx.com', shortest)).toEqual(names),
);

test.each([
  ['okx.com', ['okx.com']],
  ['a.b.okx.com', ['a.b.okx.com', 'b.okx.com', 'okx.com']],
  ['okx.co.uk', ['okx.co.uk']],
  ['www.okx.pages.dev', ['www.okx.pages.dev', 'okx.pages.dev']],
  ['www.欧易.com', ['www.xn--7hvx6i.com', 'xn--7hvx6i.com']],
  ['pages.dev', []],
  ['co.uk', []],
  ['com', []],
])('%s within its registrable domain', (host, names) =>
  expect(namesWithinRegistrable(hostOf(host))).toEqual(names),
);
