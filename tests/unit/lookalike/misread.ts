import fc from 'fast-check';

/**
 * Names, each with what slips and imitators make of it: at up to `most` places up to two letters are gone and one of
 * `pieces` stands for them, and two neighbours may have changed places.
 */
export function misreadOf(
  names: readonly string[],
  pieces: readonly string[],
  most: number,
): fc.Arbitrary<[name: string, text: string]> {
  const slip = fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom('', ...pieces));
  const slips = fc.array(slip, { maxLength: most });
  return fc
    .tuple(fc.constantFrom(...names), slips, fc.option(fc.nat(), { nil: null }))
    .map(([name, edits, swapped]) => {
      let text = name;
      for (const [where, gone, more] of edits) {
        const at = where % (text.length + 1);
        text = text.slice(0, at) + more + text.slice(at + gone);
      }
      if (swapped === null || text === '') return [name, text];
      const at = swapped % text.length;
      return [name, text.slice(0, at) + [...text.slice(at, at + 2)].reverse().join('') + text.slice(at + 2)];
    });
}
