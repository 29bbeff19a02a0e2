/** ISO 15924 codes of the scripts that hostnames imitate with, the likeliest first. */
const SCRIPTS =
  'Latn Grek Cyrl Hani Armn Hebr Arab Thai Laoo Geor Cher Cans Kana Hira Hang Deva Beng Taml Telu Knda Mlym Mymr Ethi Lisu Khmr'.split(
    ' ',
  );

/** 'ο' => 'Grek'; null for digits, punctuation and scripts not in the table. */
export function scriptOf(character: string): string | null {
  return SCRIPTS.find((code) => new RegExp(`\\p{sc=${code}}`, 'u').test(character)) ?? null;
}
