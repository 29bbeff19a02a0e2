/**
 * Names of small letters, from the Unicode Character Database's names (version 16):
 * `GREEK SMALL LETTER OMICRON` => omicron. Greek and Cyrillic alone; other scripts are named by script and code.
 */
const GREEK =
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lamda μ mu ν nu ξ xi ο omicron ' +
  'π pi ρ rho σ sigma ς final-sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega ϲ lunate-sigma ϳ yot';

const CYRILLIC =
  'а a б be в ve г ghe д de е ie ж zhe з ze и i й short-i к ka л el м em н en о o п pe р er с es т te у u ф ef х ha ' +
  'ц tse ч che ш sha щ shcha ъ hard-sign ы yeru ь soft-sign э e ю yu я ya ё io ђ dje ѓ gje є ukrainian-ie ѕ dze ' +
  'і byelorussian-ukrainian-i ї yi ј je љ lje њ nje ћ tshe ќ kje ў short-u џ dzhe ґ ghe-with-upturn ғ ghe-with-stroke ' +
  'қ ka-with-descender ң en-with-descender ү straight-u ұ straight-u-with-stroke һ shha ӏ palochka ә schwa ө barred-o ' +
  'ԁ komi-de ԛ qa ԝ we ѵ izhitsa ѡ omega ԍ komi-sje';

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
