import type { ScriptCounts } from './page-signals.ts';

export function noLetters(): ScriptCounts {
  return { han: 0, kana: 0, hangul: 0, latin: 0, other: 0 };
}

/** Adds the letters of `text` to `counts`. Surrogate pairs count as other: rare Han beyond the BMP are no evidence. */
export function countScripts(text: string, counts: ScriptCounts): void {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) {
      const lower = c | 0x20;
      if (lower >= 0x61 && lower <= 0x7a) counts.latin++;
    } else if (c >= 0x4e00 && c <= 0x9fff) counts.han++;
    else if (c >= 0x3041 && c <= 0x30ff) counts.kana++;
    else if (c >= 0xac00 && c <= 0xd7af) counts.hangul++;
    else if (c >= 0x3400 && c <= 0x4dbf) counts.han++;
    else if (c >= 0xc0 && c <= 0x24f) counts.latin++;
    else if ((c >= 0x370 && c <= 0x1fff) || (c >= 0xd800 && c <= 0xdbff)) counts.other++;
  }
}

/** Share of Han below which a text counts as another language with a few Chinese words. */
const HAN_SHARE = 0.12;
const HAN_LEAST = 20;
const KANA_SHARE = 0.1;
const HANGUL_SHARE = 0.3;

export type Language = 'chinese' | 'japanese' | 'korean' | 'other';

/**
 * Language of a page from its letters, `lang` as a hint only (pages copy templates with the wrong one).
 * Kana-less Japanese headings read as Chinese, so with `lang="ja"` a fifth of the usual kana decides,
 * and none at all decides on a page of under 200 Han. Source of the thresholds: measured on 221 Chinese
 * and 43 other documents (docs/landing-pages.md).
 */
export function languageOf(counts: ScriptCounts, lang: string): Language {
  const { han, kana, hangul, latin, other } = counts;
  const letters = han + kana + hangul + latin + other;
  if (hangul > 0 && hangul >= HANGUL_SHARE * (han + hangul)) return 'korean';
  const japanese = /^ja\b/i.test(lang);
  if (kana > 0 && kana >= (japanese ? KANA_SHARE / 5 : KANA_SHARE) * (han + kana)) return 'japanese';
  if (japanese && han < 200) return 'japanese';
  return han >= HAN_LEAST && han >= HAN_SHARE * letters ? 'chinese' : 'other';
}
