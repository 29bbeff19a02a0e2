import { describe, expect, test } from 'vitest';
import { readPatch, writePatch } from '../../../utils/list/byte-patch.ts';
import { ByteFault, ByteReader } from '../../../utils/list/byte-reader.ts';
import { ByteWriter } from '../../../utils/list/byte-writer.ts';
import { MAX_SNAPSHOT_LENGTH } from '../../../utils/list/layout.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const patched = (before: Uint8Array, patch: Uint8Array) => readPatch(new ByteReader(patch), before);
function patchOf(before: Uint8Array, after: Uint8Array): Uint8Array {
  const out = new ByteWriter();
  writePatch(out, before, after);
  return out.bytes;
}
/** Counts of bytes below 128 are one byte each. */
const patch = (...turns: number[]) => Uint8Array.from(turns);

describe('a patch', () => {
  const LONG = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJ';
  test.each([
    ['nothing to nothing', '', ''],
    ['nothing to something', '', LONG],
    ['something to nothing', LONG, ''],
    ['the same', LONG, LONG],
    ['a byte more in the middle', LONG, `${LONG.slice(0, 20)}!${LONG.slice(20)}`],
    ['a byte fewer in the middle', LONG, LONG.slice(0, 20) + LONG.slice(21)],
    ['a byte more at the beginning', LONG, `!${LONG}`],
    ['a byte more at the end', LONG, `${LONG}!`],
    ['its halves turned around', LONG, LONG.slice(16) + LONG.slice(0, 16)],
    ['twice over', LONG, LONG + LONG],
    ['shorter than is compared at once', 'abcdef', 'abcdef!'],
  ])('of %s gives what is after', (_, before, after) => {
    expect(patched(bytes(before), patchOf(bytes(before), bytes(after)))).toEqual(bytes(after));
  });

  test('names what is there already, however far it moved, and sends only what is new', () => {
    expect(patchOf(bytes(LONG), bytes(LONG))).toEqual(patch(46, 0, 46, 0));
    expect(patchOf(bytes(LONG), bytes(`!${LONG}`))).toEqual(patch(47, 1, 33, 46, 0));
    expect(patchOf(bytes(LONG), bytes(LONG.slice(16, 32) + LONG.slice(0, 16)))).toEqual(
      patch(32, 0, 16, 32, 0, 16, 63),
    );
    const changed = `${LONG.slice(0, 20)}!${LONG.slice(21)}`;
    expect(patchOf(bytes(LONG), bytes(changed))).toEqual(patch(46, 0, 20, 0, 1, 33, 25, 2));
    expect(patchOf(bytes('abcdef'), bytes('abcdef'))).toEqual(patch(6, 0, 6, 0));
    expect(patchOf(bytes(''), bytes('ab'))).toEqual(patch(2, 2, 97, 98, 0));
  });

  test.each<[string, Uint8Array]>([
    ['of more bytes than a list may have', new ByteWriter().count(MAX_SNAPSHOT_LENGTH + 1).bytes],
    ['that turns nothing', patch(2, 0, 0)],
    ['with more new bytes than announced', patch(1, 2, 97, 98, 0)],
    ['with more old bytes than announced', patch(3, 0, 4, 0)],
    ['of new and old bytes together too many', patch(3, 1, 97, 3, 0)],
    ['of bytes before the beginning', patch(2, 0, 2, 1)],
    ['of bytes past the end', patch(2, 0, 2, 6)],
    ['that ends early', patch(4, 0, 2, 0)],
  ])('%s is no patch', (_, given) => {
    expect(() => patched(bytes('abcd'), given)).toThrow(ByteFault);
  });
  test('may take the last bytes there are', () => {
    expect(patched(bytes('abcd'), patch(2, 0, 2, 4))).toEqual(bytes('cd'));
    expect(patched(bytes('abcd'), patch(4, 0, 2, 4, 0, 2, 7))).toEqual(bytes('cdab'));
  });
});
