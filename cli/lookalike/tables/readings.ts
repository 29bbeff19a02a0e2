import { codeOf } from '../../../utils/lookalike/char-code.ts';
import { read, withoutComments } from './sources.ts';

/** Up to four codes in one number, lowest byte first, each one higher so that 0 ends. */
function pack(text: string): number {
  let packed = 0;
  [...text].slice(0, 4).forEach((char, i) => {
    packed |= (codeOf(char.charCodeAt(0)) + 1) << (8 * i);
  });
  return packed >>> 0;
}

const asLatin = (text: string): string | null => {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return /^[a-z0-9]{1,4}$/.test(bare) ? bare : null;
};

/** As which Latin letters a foreign character is read, first and second. */
export function readingTables(prototypes: Map<number, string>) {
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  const note = (point: number, text: string) => {
    if (point >= 0x80 && !first.has(point)) first.set(point, pack(text));
  };
  for (const line of withoutComments(read('readings.txt'))) {
    const [chars, reading] = line.split('=') as [string, string];
    const [main, other] = reading.split('|') as [string, string | undefined];
    for (const char of chars) {
      const point = char.codePointAt(0)!;
      note(point, main);
      if (other) second.set(point, pack(other));
    }
  }
  const own = new Map(first);
  for (let point = 0x80; point < 0x1f000; point++) {
    const char = String.fromCodePoint(point);
    if (/\p{Script=Han}|\p{M}|\p{Cs}/u.test(char)) continue;
    const base = [...char.normalize('NFKD')][0]!;
    const basePoint = base.codePointAt(0)!;
    if (basePoint !== point && own.has(basePoint)) first.set(point, first.get(point) ?? own.get(basePoint)!);
    const latin =
      asLatin(char) ?? asLatin(prototypes.get(point) ?? '') ?? asLatin(prototypes.get(basePoint) ?? '');
    // The prototype of an m-like letter is 'rn': a reader sees m.
    if (latin) note(point, latin === 'rn' ? 'm' : latin);
  }
  const points = [...first.keys()].sort((a, b) => a - b);
  return {
    points: Uint32Array.from(points),
    first: Uint32Array.from(points, (point) => first.get(point)!),
    second: Uint32Array.from(points, (point) => second.get(point) ?? 0),
  };
}
