import { describe, expect, test } from 'vitest';
import { type BadLine, MAX_LINE_BYTES, readLines } from '../../../cli/scan/lines.ts';

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

async function lines(...parts: (string | Uint8Array)[]): Promise<(string | BadLine)[]> {
  const all: (string | BadLine)[] = [];
  for await (const some of readLines(chunks(...parts))) all.push(...some);
  return all;
}

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('lines', () => {
  test.each([
    ['nothing', [], []],
    ['an empty chunk', [''], []],
    ['a last line without its feed', ['a\nb'], ['a', 'b']],
    ['a last line with its feed', ['a\nb\n'], ['a', 'b']],
    ['empty lines', ['\n\na\n\n'], ['', '', 'a', '']],
    ['carriage returns before the feed, and only there', ['a\r\nb\rc\r\n'], ['a', 'b\rc']],
    ['a line over several chunks', ['ok', 'x.', 'com\nh', 'tx.com'], ['okx.com', 'htx.com']],
    ['a character cut in two', [bytes(0xe6, 0xac), bytes(0xa7), '易\n'], ['欧易']],
    ['a mark before the first line only', ['\uFEFFa\n\uFEFFb'], ['a', '\uFEFFb']],
    ['a NUL as it stands', ['a\0b'], ['a\0b']],
  ])('%s', async (_, parts, expected) => {
    expect(await lines(...parts)).toEqual(expected);
  });

  test('bytes that are no UTF-8 spoil their own line alone', async () => {
    const cesuSurrogate = bytes(0xed, 0xa0, 0x80);
    expect(await lines('a\n', bytes(0xff), '.com\nb\n', cesuSurrogate, '\nc')).toEqual([
      'a',
      { shown: '\uFFFD.com', fault: 'not utf-8' },
      'b',
      { shown: '\uFFFD\uFFFD\uFFFD', fault: 'not utf-8' },
      'c',
    ]);
  });

  test('the longest line is taken, a longer one refused with its start, and the next one read', async () => {
    const longest = 'a'.repeat(MAX_LINE_BYTES);
    expect(await lines(`${longest}\n${longest}b\nc`)).toEqual([
      longest,
      { shown: 'a'.repeat(1000), fault: 'line too long' },
      'c',
    ]);
  });

  test('length counts bytes, so that Chinese text is refused alike in one chunk and in many', async () => {
    const text = '欧'.repeat(MAX_LINE_BYTES / 2);
    const refused = { shown: '欧'.repeat(1000), fault: 'line too long' };
    expect(await lines(`${text}\n`)).toEqual([refused]);
    const encoded = Buffer.from(`${text}\n`);
    const many = Array.from({ length: Math.ceil(encoded.length / 7000) }, (_, i) =>
      encoded.subarray(i * 7000, (i + 1) * 7000),
    );
    expect(await lines(...many)).toEqual([refused]);
  });

  test('a line without end is not kept', async () => {
    const megabyte = new Uint8Array(1024 * 1024).fill(97);
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 300; i++) yield megabyte;
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for await (const some of readLines(endless())) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      expect(some).toEqual([{ shown: 'a'.repeat(1000), fault: 'line too long' }]);
    }
    expect(most).toBeLessThan(100 * 1024 * 1024);
  });
});
