/**
 * Names of small letters, from the Unicode Character Database's names (version 16):
 * `GREEK SMALL LETTER OMICRON` => omicron. Greek, and of Cyrillic what passes for a Latin letter
 * or digit; every other character is named by script and code.
 */
const GREEK =
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lamda μ mu ν nu ξ xi ο omicron ' +
  'π pi ρ rho σ sigma ς final-sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega ϲ lunate-sigma ϳ yot';

const CYRILLIC =
  'а a в ve г ghe е ie з ze и i й short-i к ka м em н en о o п pe р er с es т te у u ф ef х ha ч che ш sha ь soft-sign ' +
  'ѕ dze і byelorussian-ukrainian-i ї yi ј je һ shha ӏ palochka ԁ komi-de ԛ qa ԝ we ү straight-u ѵ izhitsa ѡ omega';

const NAMES = new Map(pairs(`${GREEK} ${CYRILLIC}`));

/** 'ο' => 'omicron'; null where the table has no name. */
export function letterName(character: string): string | null {
  return NAMES.get(character)?.replaceAll('-', ' ') ?? null;
}

function pairs(text: string): [string, string][] {
  const words = text.split(' ');
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < words.length; i += 2) found.push([words[i] ?? '', words[i + 1] ?? '']);
  return found;
}
