/** What the content script observed of one page: plain, bounded, and never trusted by the background. */
export interface PageSignals {
  /** Document title, at most 256 UTF-16 units. */
  title: string;
  /** `lang` of the root element, at most 35 characters. */
  lang: string;
  /** Letters counted in the text read, by script. */
  scripts: ScriptCounts;
}

export interface ScriptCounts {
  han: number;
  kana: number;
  hangul: number;
  latin: number;
  other: number;
}
