import { describe, expect, test } from 'vitest';
import { ByteFault, ByteReader } from '../../../utils/list/byte-reader.ts';
import { ByteWriter } from '../../../utils/list/byte-writer.ts';

const COUNTS: [number, number[]][] = [
  [0, [0]],
  [1, [1]],
  [0x7f, [0x7f]],
  [0x80, [0x80, 1]],
  [300, [0xac, 2]],
  [0x3fff, [0xff, 0x7f]],
  [0x4000, [0x80, 0x80, 1]],
  [0x1fffff, [0xff, 0xff, 0x7f]],
  [0x200000, [0x80, 0x80, 0x80, 1]],
  [0x10000000, [0x80, 0x80, 0x80, 0x80, 1]],
  [0xffffffff, [0xff, 0xff, 0xff, 0xff, 0x0f]],
];
const reader = (...bytes: number[]) => new ByteReader(Uint8Array.from(bytes));

describe('a count', () => {
  test.each(COUNTS)('%i is written in as few bytes as it needs', (count, bytes) => {
    const writer = new ByteWriter().count(count);
    expect([...writer.bytes]).toEqual(bytes);
    expect(writer.length).toBe(bytes.length);
  });

  test.each(COUNTS)('%i is read, and nothing behind it', (count, bytes) => {
    const from = reader(...bytes, 7);
    expect(from.count()).toBe(count);
    expect(from.left).toBe(1);
    expect(from.done).toBe(false);
    expect(from.count()).toBe(7);
    expect(from.done).toBe(true);
  });

  test.each<[string, number[], string]>([
    ['no bytes', [], 'end'],
    ['bytes that end in it', [0x80, 0x80], 'end'],
    ['four thousand millions', [0x80, 0x80, 0x80, 0x80, 0x10], 'count at 5'],
    ['bytes that never end', [0x80, 0x80, 0x80, 0x80, 0x80, 0], 'count at 5'],
  ])('is refused in %s', (_, bytes, words) => {
    const read = () => reader(...bytes).count();
    expect(read).toThrow(ByteFault);
    expect(read).toThrow(new RegExp(`^${words}$`));
  });
});

describe('bytes of a known length', () => {
  test('are read one after the other, up to the last', () => {
    const from = reader(1, 2, 3, 4);
    expect([...from.raw(1)]).toEqual([1]);
    expect([...from.raw(3)]).toEqual([2, 3, 4]);
    expect([...from.raw(0)]).toEqual([]);
    expect(from.done).toBe(true);
    expect(() => from.raw(1)).toThrow(/^1 bytes at 4$/);
  });

  test.each([
    ['more than there are', [3, 1, 2], '3 bytes at 1'],
    ['a length that ends', [0x80], 'end'],
  ])('a text is refused with %s', (_, bytes, words) => {
    expect(() => reader(...bytes).text()).toThrow(new ByteFault(words));
  });

  test('a fault bears its name', () => expect(new ByteFault('end').name).toBe('ByteFault'));
});

describe('a writer', () => {
  /** Lengths about those at which it takes more room, which is twice as much or what is needed. */
  test.each([0, 1, 15, 16, 17, 31, 32, 33, 100])('keeps what was written when %i bytes follow', (length) => {
    const long = Uint8Array.from({ length }, (_, index) => index + 1);
    const writer = new ByteWriter(1).raw(Uint8Array.of(9)).text(long).count(5);
    expect(writer.length).toBe(length + 3);
    const from = new ByteReader(writer.bytes);
    expect([...from.raw(1)]).toEqual([9]);
    expect([...from.text()]).toEqual([...long]);
    expect(from.count()).toBe(5);
    expect(from.done).toBe(true);
  });

  test('has nothing at first, and room for counts to its very end', () => {
    const writer = new ByteWriter(16);
    expect([...writer.bytes]).toEqual([]);
    for (let written = 0; written < 40; written++) writer.count(0xffffffff);
    expect(writer.length).toBe(200);
    const from = new ByteReader(writer.bytes);
    for (let read = 0; read < 40; read++) expect(from.count()).toBe(0xffffffff);
    expect(from.done).toBe(true);
  });

  test('takes the room that it was told of, and no more', () => {
    const writer = new ByteWriter(100).raw(new Uint8Array(100));
    expect(writer.bytes.buffer.byteLength).toBe(100);
    expect(writer.raw(Uint8Array.of(1)).bytes.buffer.byteLength).toBe(200);
    expect(writer.raw(new Uint8Array(500)).bytes.buffer.byteLength).toBe(601);
  });
});
