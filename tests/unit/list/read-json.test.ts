import { describe, expect, it } from 'vitest';
import { readExchange, readMeta } from '../../../utils/list/read-json.ts';
import { SnapshotError } from '../../../utils/list/snapshot-error.ts';
import { exchange } from './sample-list.ts';

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const META = {
  version: 7,
  names: 0,
  reported: 0,
  exchanges: 0,
  issued: '2026-11-01T00:00:00Z',
  expires: '2027-02-01T00:00:00Z',
};
const OKX = exchange('okx', ['okx.com']);

describe('what a snapshot says of itself', () => {
  it('is read as it stands', () => {
    expect(readMeta(bytes({ ...META, more: 1 }))).toEqual({ ...META, more: 1 });
  });

  it.each<[string, unknown]>([
    ['a version in words', { ...META, version: '7' }],
    ['fewer than no names', { ...META, names: -1 }],
    ['half a name', { ...META, reported: 0.5 }],
    ['no count of exchanges', { ...META, exchanges: undefined }],
    ['more than can be counted', { ...META, names: 2 ** 53 }],
    ['a number for a date', { ...META, issued: 1_700_000_000_000 }],
    ['a date that is none', { ...META, expires: 'soon' }],
    ['no date', { ...META, issued: undefined }],
    ['nothing', null],
    ['a number', 7],
    ['no JSON', '{'],
  ])('is refused with %s', (_, meta) => {
    expect(() => readMeta(bytes(meta))).toThrow(
      expect.objectContaining({ name: 'SnapshotError', fault: 'bad meta' }),
    );
  });

  it('is refused where it is no UTF-8', () => {
    expect(() => readMeta(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(SnapshotError);
  });
});

describe('an exchange’s record', () => {
  it('is read as it stands', () => {
    expect(readExchange(bytes(OKX), 'okx')).toEqual(OKX);
  });

  it.each<[string, unknown]>([
    ['of another', { ...OKX, id: 'kraken' }],
    ['without a name', { ...OKX, name: undefined }],
    ['whose domains are no list', { ...OKX, domains: { 0: 'okx.com' } }],
    ['of nothing', null],
    ['that is no JSON', 'okx'],
  ])('is refused: one %s', (_, record) => {
    const refused = expect.objectContaining({
      fault: 'bad exchange record',
      message: expect.stringContaining('okx'),
    });
    expect(() => readExchange(bytes(record), 'okx')).toThrow(refused);
  });

  it('of names that are no UTF-8 is refused', () => {
    const broken = bytes(OKX);
    broken[broken.length - 3] = 0xff;
    expect(() => readExchange(broken, 'okx')).toThrow(expect.objectContaining({ cause: expect.any(Error) }));
  });
});
