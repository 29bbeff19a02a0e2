/** Words of the trade by their first letter. */
export type PartsByLetter = ReadonlyMap<string, readonly string[]>;

export function byFirstLetter(parts: Iterable<string>): PartsByLetter {
  const groups = new Map<string, string[]>();
  for (const part of parts) {
    if (part.length < 2) continue;
    const group = groups.get(part.charAt(0));
    if (group) group.push(part);
    else groups.set(part.charAt(0), [part]);
  }
  return groups;
}

/** All but a letter at either end is made of words of the trade: 'cryptotrade', 'x' + 'futures', 'bit' + 's' + 'o' is not. */
export function isComposite(text: string, parts: PartsByLetter): boolean {
  const whole = endsOfWords(text, 0, parts);
  const size = text.length;
  return whole.has(size) || whole.has(size - 1) || endsOfWords(text, 1, parts).has(size);
}

/** Where words that follow each other from a start on may end. */
function endsOfWords(text: string, start: number, parts: PartsByLetter): Set<number> {
  const ends = new Set([start]);
  // A set is walked with what is added meanwhile.
  for (const at of ends) {
    for (const part of parts.get(text.charAt(at)) ?? [])
      if (text.startsWith(part, at)) ends.add(at + part.length);
  }
  return ends;
}
