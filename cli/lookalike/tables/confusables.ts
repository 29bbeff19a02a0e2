import { createRequire } from 'node:module';

interface ConfusableTable {
  points: Uint32Array;
  offsets: Uint16Array;
  pool: Uint16Array;
}

/** UTS #39 through unhomoglyph, closed: a prototype holds nothing that has a prototype itself. */
export function confusables(): { table: ConfusableTable; of: Map<number, string> } {
  const data = createRequire(import.meta.url)('unhomoglyph/data.json') as Record<string, string>;
  const once = (text: string) =>
    [...text.normalize('NFD')]
      .map((char) => data[char] ?? char)
      .join('')
      .normalize('NFD');
  const of = new Map<number, string>();
  for (const [char, prototype] of Object.entries(data)) {
    if ([...char].length !== 1) continue;
    let closed = prototype.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    for (let i = 0; i < 5 && once(closed) !== closed; i++) closed = once(closed);
    of.set(char.codePointAt(0)!, closed);
  }
  const points = [...of.keys()].sort((a, b) => a - b);
  let pool = '';
  const offsets = [0];
  for (const point of points) {
    pool += of.get(point)!;
    offsets.push(pool.length);
  }
  return {
    of,
    table: {
      points: Uint32Array.from(points),
      offsets: Uint16Array.from(offsets),
      pool: Uint16Array.from({ length: pool.length }, (_, i) => pool.charCodeAt(i)),
    },
  };
}
