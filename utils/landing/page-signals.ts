/**
 * What the content script observed of one page: plain, bounded, and never trusted by the background
 * (page-signals-schema.ts). Everything after `accounts` is empty unless the page has Chinese text.
 * Lengths are in UTF-16 units.
 */
export interface PageSignals {
  /** Document title, at most 256. */
  title: string;
  /** `lang` of the root element, at most 35. */
  lang: string;
  /** Letters counted in the text read, by script. */
  scripts: ScriptCounts;
  /** `og:site_name`, `application-name`, `apple-mobile-web-app-title`: at most 4 of 60. */
  siteNames: string[];
  /** Hosts of scripts, images, styles and frames other than the page's own, at most 32. */
  assetHosts: string[];
  /** Hosts of its scripts and style sheets, among the former; at most 16. */
  builtOn: string[];
  /** Ids of its analytics accounts and apps, `analytics G-ABC123`, `app 1327268470`; at most 8 of 60. */
  accounts: string[];
  /** Meta description, at most 300. */
  description: string;
  /** h1 to h3, at most 24 of 80. */
  headings: string[];
  /** Buttons and placeholders, at most 40 of 30. */
  controls: string[];
  /** Image alt texts and titles, at most 24 of 40. */
  imageTexts: string[];
  /** Text nodes, one block a line, at most 7,000: the beginning of the page, and its end. */
  text: string;
  /** Links to other hosts, and to app files anywhere; one for each host and path, at most 48. */
  links: PageLink[];
  /** Types of inputs present: `password`, `tel`, `file` …; at most 12. */
  inputs: string[];
  /** Code blocks (`pre`) met. */
  codeBlocks: number;
  /** Whether a limit ended the reading before the page did. */
  truncated: boolean;
}

export interface PageLink {
  /** Absolute http(s) address, at most 160. */
  url: string;
  /** Text of the link, at most 24. */
  text: string;
}

export interface ScriptCounts {
  han: number;
  kana: number;
  hangul: number;
  latin: number;
  other: number;
}

export const LIMITS = {
  title: 256,
  lang: 35,
  description: 300,
  siteName: 60,
  siteNames: 4,
  heading: 80,
  headings: 24,
  control: 30,
  controls: 40,
  imageText: 40,
  imageTexts: 24,
  text: 7_000,
  url: 160,
  linkText: 24,
  links: 48,
  host: 253,
  assetHosts: 32,
  builtOn: 16,
  account: 60,
  accounts: 8,
  input: 20,
  inputs: 12,
} as const;

export function emptySignals(): PageSignals {
  return {
    title: '',
    lang: '',
    scripts: { han: 0, kana: 0, hangul: 0, latin: 0, other: 0 },
    description: '',
    siteNames: [],
    headings: [],
    controls: [],
    imageTexts: [],
    text: '',
    links: [],
    assetHosts: [],
    builtOn: [],
    accounts: [],
    inputs: [],
    codeBlocks: 0,
    truncated: false,
  };
}
