import { readPng } from '../harness/pixels.ts';

/** What is seen of the card: its flag's yellow and blue, and its dark text. */
export interface Seen {
  yellow: number;
  blue: number;
  dark: number;
}

/** The corner of the window where the card hangs, in CSS pixels. */
export const CORNER = { width: 390, height: 330 };
/** Further off than this in any channel, a pixel is of another colour: edges are blended. */
const NEAR = 24;
const YELLOW = [0xf2, 0xc2, 0x00] as const;
const BLUE = [0x1b, 0x4b, 0x9c] as const;
const DARK = 110;

/** Counts the card's colours (assets/styles/tokens.css, light) in a picture of the corner. */
export function seenOf(picture: Uint8Array): Seen {
  const pixels = readPng(picture);
  const seen: Seen = { yellow: 0, blue: 0, dark: 0 };
  for (let at = 0; at < pixels.data.length; at += 4) count(seen, pixels.data, at);
  return seen;
}

/** Whether as much is seen as on a page that leaves the card alone. */
export function isWhole(seen: Seen, calm: Seen): boolean {
  return (['yellow', 'blue', 'dark'] as const).every(
    (colour) => seen[colour] > 0.85 * calm[colour] && seen[colour] < 1.15 * calm[colour],
  );
}

function count(seen: Seen, data: Uint8Array, at: number): void {
  const pixel = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  const near = (colour: readonly number[]) =>
    colour.every((value, i) => Math.abs(value - (pixel[i] ?? 0)) <= NEAR);
  if (near(YELLOW)) seen.yellow += 1;
  else if (near(BLUE)) seen.blue += 1;
  else if (pixel.every((value) => value < DARK)) seen.dark += 1;
}
