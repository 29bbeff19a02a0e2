import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listingPage, readListings, STORE_LANGUAGES } from '../../../cli/store/listing.ts';

const listings = readListings();

test.each(STORE_LANGUAGES)('docs/store/%s.md says what the source says', (language) => {
  expect(readFileSync(`docs/store/${language}.md`, 'utf8')).toBe(listingPage(language, listings[language]));
});

test.each(STORE_LANGUAGES)('%s says the same things in the same order', (language) => {
  const { long, permissions, privacy } = listings[language];
  expect([long.length, Object.keys(permissions), Object.keys(privacy).length]).toEqual([
    listings.en.long.length,
    Object.keys(listings.en.permissions),
    Object.keys(listings.en.privacy).length,
  ]);
});

test('nothing is promised that Ensign does not do, and no word judges', () => {
  const words = JSON.stringify(listings).replaceAll('not a safety check', '');
  expect(words).not.toMatch(/\b(?:safe|scam|fraud|protects|verified)\b|名单|名單|诈骗|詐騙|疑似|信号|信號/i);
});
