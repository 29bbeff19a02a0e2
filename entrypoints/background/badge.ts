import browser from 'webextension-polyfill';
import type { Tier } from '../../utils/verdict/finding.ts';
import { report } from './report.ts';

/** Text and colour for each tier: never colour alone (assets/styles/tokens.css has the colours). */
const BADGES: Record<Tier, { text: string; colour: string; icons: string }> = {
  danger: { text: '!', colour: '#a81a28', icons: 'state/danger-' },
  caution: { text: '?', colour: '#735200', icons: 'state/caution-' },
  notice: { text: 'i', colour: '#1b4b9c', icons: 'state/notice-' },
  // The mark alone, as in the manifest.
  none: { text: '', colour: '#435260', icons: '' },
  unknown: { text: '', colour: '#435260', icons: 'state/unknown-' },
};

/** Sides of the icons in pixels, of plain screens and fine ones; the marks with flags are drawn by `npm run icons`. */
const SIDES = [16, 32];

/** What a tab's button shows, and when it was last told. */
interface Told {
  tier: Tier;
  /** null where the browser did not take all of it. */
  title: string | null;
  /** Milliseconds since 1970. */
  at: number;
}

/** When a document was committed, in milliseconds since 1970, where it is not the one told of before. */
export type Committed = number | 'unknown' | 'same document';

const told = new Map<number, Told>();
let saidOfAll: string | null = null;
/** What was told shortly before a commit can reach the browser after it. */
const UNDER_WAY_MS = 1_000;

/**
 * Shows a tier on a tab's toolbar button; a tab closed meanwhile is passed over. What the button shows already is
 * not told again: most pages come to nothing, and four calls for each of them, one with images, were a third
 * of all that the background did for a page.
 * @param committed both browsers take back at a commit what was told of the document before
 */
export async function showBadge(
  tabId: number,
  tier: Tier,
  title: string,
  committed: Committed = 'same document',
): Promise<void> {
  const last = told.get(tabId);
  if (committed === 'same document' && last?.tier === tier && last.title === title) return;
  const clean = typeof committed === 'number' && isClean(last, committed);
  const telling: Told = { tier, title, at: clean && tier === 'none' ? 0 : Date.now() };
  told.set(tabId, telling);
  if (clean && tier === 'none') return sayOfAll(title);
  const { text, colour, icons } = BADGES[tier];
  const taken = await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setTitle({ tabId, title }),
    pixelsOf(icons).then((imageData) => browser.action.setIcon({ tabId, imageData })),
  ]);
  if (taken.some(({ status }) => status === 'rejected')) telling.title = null;
}

/** Whether a document committed then has a button as in the manifest: nothing was told so late as to come after it. */
function isClean(last: Told | undefined, committed: number): boolean {
  // An earlier worker can have told something until this one began.
  return committed - (last?.at ?? performance.timeOrigin) > UNDER_WAY_MS;
}

/** The words of all buttons that were told none of their own; told once a worker and language. */
async function sayOfAll(title: string): Promise<void> {
  if (saidOfAll === title) return;
  try {
    await browser.action.setTitle({ title });
    saidOfAll = title;
  } catch (error) {
    report(error);
  }
}

/** A tab that was closed. */
export function forgetBadge(tabId: number): void {
  told.delete(tabId);
}

type Pixels = Record<string, browser.Action.ImageDataType>;
const drawn = new Map<string, Promise<Pixels>>();

/** Given the pixels, a browser need not fetch and decode three files for each page. */
function pixelsOf(icons: string): Promise<Pixels> {
  const known = drawn.get(icons);
  if (known) return known;
  const drawing = drawAll(icons);
  drawn.set(icons, drawing);
  drawing.catch(() => drawn.delete(icons));
  return drawing;
}

async function drawAll(icons: string): Promise<Pixels> {
  return Object.fromEntries(
    await Promise.all(SIDES.map(async (side) => [side, await draw(`/icons/${icons}${side}.png`, side)])),
  );
}

async function draw(file: string, side: number): Promise<browser.Action.ImageDataType> {
  const response = await fetch(browser.runtime.getURL(file));
  const image = await createImageBitmap(await response.blob());
  const canvas = new OffscreenCanvas(side, side).getContext('2d');
  if (canvas === null) throw new Error(`No canvas to draw ${file}`);
  canvas.drawImage(image, 0, 0);
  image.close();
  return canvas.getImageData(0, 0, side, side) as browser.Action.ImageDataType;
}
