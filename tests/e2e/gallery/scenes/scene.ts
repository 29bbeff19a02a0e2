import type { JSX } from 'preact';

/** One surface in one state. */
export interface Scene {
  /** Window to look at it in, in CSS pixels. */
  width: number;
  height: number;
  styles: string[];
  draw(): JSX.Element;
}

/** The window of what fills a tab. */
export const PAGE = { width: 1280, height: 900 };
