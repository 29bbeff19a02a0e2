import { FOLDED, ONLY_SIMPLIFIED, ONLY_TRADITIONAL, TRADITIONAL } from '../../assets/landing/han.ts';
import type { ChineseScript } from './assessment.ts';

const SIMPLIFIED_OF = new Map<number, string>();
for (let i = 0; i < TRADITIONAL.length; i++)
  SIMPLIFIED_OF.set(TRADITIONAL.charCodeAt(i), FOLDED[i] as string);
const HANT = new Set(Array.from(ONLY_TRADITIONAL, (c) => c.charCodeAt(0)));
const HANS = new Set(Array.from(ONLY_SIMPLIFIED, (c) => c.charCodeAt(0)));

/**
 * Text as terms are compared: Traditional to Simplified by character, full-width Latin to ASCII, lower case.
 * Its length is kept, so an offset in the folded text is one in the original.
 * '幣安 ＡＰＰ 下載' → '币安 app 下载'
 */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) folded += c >= 0x41 && c <= 0x5a ? String.fromCharCode(c + 0x20) : text[i];
    else if (c >= 0xff01 && c <= 0xff5e) {
      const ascii = c - 0xfee0;
      folded += String.fromCharCode(ascii >= 0x41 && ascii <= 0x5a ? ascii + 0x20 : ascii);
    } else folded += SIMPLIFIED_OF.get(c) ?? text[i];
  }
  return folded;
}

/** Share of the rarer script from which a page counts as mixed. */
const MIXED_SHARE = 0.2;

/**
 * Simplified or Traditional, by characters that only one of them uses; `lang` decides where none occurs.
 * '币币交易 下载' → Hans; '幣幣交易 下載' → Hant; '交易所' with lang zh-TW → Hant
 */
export function chineseScript(text: string, lang: string): Exclude<ChineseScript, 'none'> {
  let hans = 0;
  let hant = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (HANS.has(c)) hans++;
    else if (HANT.has(c)) hant++;
  }
  if (hans + hant === 0) return /^zh-(hant|tw|hk|mo)\b/i.test(lang) ? 'Hant' : 'Hans';
  if (Math.min(hans, hant) >= MIXED_SHARE * (hans + hant)) return 'mixed';
  return hant > hans ? 'Hant' : 'Hans';
}
