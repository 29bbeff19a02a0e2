const MOST = 5;

/** The first of some names: 7 of them => 'a, b, c, d, e and 2 more'. */
export function firstOf(names: readonly string[]): string {
  const more = names.length > MOST ? ` and ${names.length - MOST} more` : '';
  return `${names.slice(0, MOST).join(', ')}${more}`;
}
