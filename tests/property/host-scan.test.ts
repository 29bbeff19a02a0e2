import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Judge } from '../../cli/scan/host-line.ts';
import { scanHosts } from '../../cli/scan/scan-hosts.ts';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';

const SEED = 20261123;

const silent: Judge = ({ ascii, unicode, registrable }) => ({
  tier: 'none',
  host: { ascii, unicode, registrable },
  findings: [],
  ignored: [],
  list: { version: 1, issued: '2026-01-01T00:00:00Z' },
});

/** Strings that look like hosts more often than chance would have it. */
const piece = fc.constantFrom(
  ...[
    'okx',
    'COM',
    '.',
    '..',
    '-',
    'xn--',
    'xn--a',
    'xn--7hvx6i',
    '欧易',
    '公司',
    '。',
    'ｏｋｘ',
    '\u0130',
    'ß',
  ],
  ...[
    'http://',
    'https://',
    'ftp://',
    'u:p@',
    ':443',
    ':99999',
    '/x?y#z',
    '%6f',
    '%',
    '\\',
    '@',
    '#',
    '?',
    ' ',
  ],
  ...['[::1]', '127.0.0.1', '0x7f.1', '017.0.0.1', '256.1', '\0', '\r', '\t', '\u202E', '\u200D', '\uFEFF'],
  ...['\uD800', '\uDC00', '😀', 'a'.repeat(64), 'b.'.repeat(130), '_', '*'],
);
const hostLike = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.domain(),
  fc.webUrl(),
  fc.ipV6(),
);

async function scan(chunks: Uint8Array[]): Promise<string> {
  async function* input(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  let output = '';
  for await (const text of scanHosts(input(), silent)) output += text;
  return output;
}

describe('any text at all', () => {
  test('parseHost gives a host that parses to itself, or a named fault', () => {
    const seen = { hosts: 0, faults: new Set<string>() };
    fc.assert(
      fc.property(hostLike, (input) => {
        const host = parseHost(input);
        if (isBadHost(host)) {
          seen.faults.add(host.fault);
          return;
        }
        seen.hosts++;
        expect(host.ascii).toMatch(/^[a-z0-9_.-]{1,253}$/);
        expect(parseHost(host.ascii)).toEqual(host);
        if (host.registrable !== null) expect(`.${host.ascii}`.endsWith(`.${host.registrable}`)).toBe(true);
      }),
      { seed: SEED, numRuns: 10_000 },
    );
    expect(seen.hosts).toBeGreaterThan(1_000);
    expect(seen.faults.size).toBe(8);
  });

  test('is one line of scan hosts for each line, in order, whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          hostLike.map((text) => text.replaceAll('\n', '')),
          { maxLength: 20 },
        ),
        fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 10 }),
        async (inputs, sizes) => {
          const bytes = Buffer.from(inputs.map((input) => `${input}\n`).join(''));
          const output = await scan(cut(bytes, sizes));
          const lines = output.split('\n').slice(0, -1);
          expect(lines.length).toBe(inputs.length);
          for (const [i, line] of lines.entries()) {
            const { input, host, error } = JSON.parse(line);
            if (i > 0) expect(input).toBe(inputs[i]!.toWellFormed().replace(/\r$/, ''));
            expect(typeof (error ?? host)).toBe('string');
          }
          expect(await scan([bytes])).toBe(output);
        },
      ),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  test('even when it is no text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 10 }),
        async (bytes, sizes) => {
          const output = await scan(cut(bytes, sizes));
          expect(await scan([bytes])).toBe(output);
          const feeds = bytes.filter((byte) => byte === 10).length;
          const unfinished = bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0;
          expect(output.split('\n').length - 1).toBe(feeds + unfinished);
        },
      ),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});

/** The bytes in pieces of the given sizes, over and over; a size of 0 is an empty chunk, then one byte. */
function cut(bytes: Uint8Array, sizes: number[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let from = 0, i = 0; from < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    if (size === 0) parts.push(new Uint8Array());
    parts.push(bytes.subarray(from, from + Math.max(size, 1)));
    from += Math.max(size, 1);
  }
  return parts;
}
