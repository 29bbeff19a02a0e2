import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Writes assets/lookalike/pinyin.txt (syllable, then the characters read so) and han-variants.txt (traditional and
 * simplified form of a character). Run once in a while, by hand:
 *
 *   npm i --prefix DIR pinyin-pro@3.29.4 opencc-js@1.4.2
 *   node cli/lookalike/gather/han.ts DIR
 */
const [dir] = process.argv.slice(2);
if (!dir) {
  console.error('usage: han.ts DIR');
  process.exit(2);
}
const require = createRequire(path.join(path.resolve(dir), 'x.js'));
const { pinyin } = require('pinyin-pro') as {
  pinyin: (text: string, options: { toneType: 'none'; type: 'array'; v: boolean }) => string[];
};
const { Converter } = require('opencc-js') as {
  Converter: (options: { from: string; to: string }) => (text: string) => string;
};
const simplify = Converter({ from: 't', to: 'cn' });

/** GB 2312 holds the 6,763 characters in daily use; its bytes are b0a1–f7fe. */
function dailyCharacters(): string[] {
  const decoder = new TextDecoder('gb2312');
  const found: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const text = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(text)) found.push(text);
    }
  }
  return found;
}

const daily = new Set(dailyCharacters());
const bySyllable = new Map<string, string[]>();
for (const char of daily) {
  const [syllable] = pinyin(char, { toneType: 'none', type: 'array', v: true });
  if (!syllable || !/^[a-z]+$/.test(syllable)) continue;
  bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), char]);
}
const variants: string[] = [];
for (let point = 0x4e00; point <= 0x9fff; point++) {
  const char = String.fromCodePoint(point);
  const simple = simplify(char);
  if (simple !== char && simple.length === 1 && daily.has(simple)) variants.push(char + simple);
}
const syllables = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1));
const head = (what: string, source: string) => [
  `# ${what}`,
  `# Source: ${source}. Taken 2026-11-23. Made by: node cli/lookalike/gather/han.ts DIR (see its head).`,
];
writeFileSync(
  'assets/lookalike/pinyin.txt',
  `${[...head('Syllable without tone, then the characters of GB 2312 read so.', 'npm pinyin-pro 3.29.4 (MIT)'), ...syllables.map(([syllable, chars]) => `${syllable} ${chars.join('')}`)].join('\n')}\n`,
);
writeFileSync(
  'assets/lookalike/han-variants.txt',
  `${[...head('Pairs: traditional or variant character, simplified character.', 'npm opencc-js 1.4.2 (MIT AND Apache-2.0)'), variants.join(' ')].join('\n')}\n`,
);
console.error(`${daily.size} characters, ${bySyllable.size} syllables, ${variants.length} variants`);
