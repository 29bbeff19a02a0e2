import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { manifest } from '../../assets/manifest.ts';

export const STORE_LANGUAGES = ['en', 'zh_CN', 'zh_TW'] as const;
export type StoreLanguage = (typeof STORE_LANGUAGES)[number];

/** The stores' own bounds, in characters: Chrome's short description; AMO's is longer. */
const SHORT = 132;

const Words = v.pipe(v.string(), v.minLength(1));
const ListingSchema = v.object({
  short: v.pipe(Words, v.maxLength(SHORT)),
  long: v.array(Words),
  purpose: Words,
  permissions: v.record(v.string(), Words),
  remote_code: Words,
  privacy: v.record(v.string(), Words),
});

/** What a store is told of the extension in one language. */
export type Listing = v.InferOutput<typeof ListingSchema>;

/** A permission that is asked for without a reason, or a reason for one that is not. */
export class WrongReasons extends Error {
  override readonly name = 'WrongReasons';
}

/**
 * Reads assets/store/listing.json. @throws {v.ValiError} on a missing or too long text, {WrongReasons} where reasons
 * and the manifests' permissions differ.
 */
export function readListings(): Record<StoreLanguage, Listing> {
  const stored: unknown = JSON.parse(readFileSync('assets/store/listing.json', 'utf8'));
  const listings = v.parse(
    v.object({ en: ListingSchema, zh_CN: ListingSchema, zh_TW: ListingSchema }),
    stored,
  );
  const asked = ['host', ...permissionsAsked()].toSorted();
  for (const language of STORE_LANGUAGES) {
    const given = Object.keys(listings[language].permissions).toSorted();
    if (given.join() !== asked.join()) throw new WrongReasons(`${language}: ${given}; asked for ${asked}`);
  }
  return listings;
}

/** One language's texts as a page to copy from. */
export function listingPage(language: StoreLanguage, listing: Listing): string {
  const rows = (table: Record<string, string>, code: boolean) =>
    Object.entries(table).map(([name, words]) => `| ${code ? `\`${name}\`` : name} | ${words} |`);
  return [
    `# Store texts, ${language}`,
    'Written by `npm run store` from `assets/store/listing.json`.',
    `## Short description (${[...listing.short].length} of ${SHORT} characters)`,
    listing.short,
    '## Long description',
    ...listing.long,
    '## Single purpose',
    listing.purpose,
    '## Permissions',
    ['| permission | reason |', '| --- | --- |', ...rows(listing.permissions, true)].join('\n'),
    '## Remote code',
    listing.remote_code,
    '## Privacy answers',
    ['| question | answer |', '| --- | --- |', ...rows(listing.privacy, false)].join('\n'),
    '',
  ].join('\n\n');
}

function permissionsAsked(): string[] {
  const both = [manifest('chrome'), manifest('firefox')];
  return [...new Set(both.flatMap((one) => (one.permissions as string[] | undefined) ?? []))];
}
