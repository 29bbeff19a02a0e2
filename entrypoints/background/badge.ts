import browser from 'webextension-polyfill';
import type { Tier } from '../../utils/verdict/finding.ts';

/** Text and colour for each tier: never colour alone (assets/styles/tokens.css has the colours). */
const BADGES: Record<Tier, { text: string; colour: string; icons: string }> = {
  danger: { text: '!', colour: '#a81a28', icons: 'state/danger-' },
  caution: { text: '?', colour: '#735200', icons: 'state/caution-' },
  notice: { text: 'i', colour: '#1b4b9c', icons: 'state/notice-' },
  // The mark alone, as in the manifest.
  none: { text: '', colour: '#435260', icons: '' },
  unknown: { text: '', colour: '#435260', icons: 'state/unknown-' },
};

/** Sides of the icons in pixels; the marks with flags are drawn by `npm run icons`. */
const SIDES = [16, 32, 48];

/** Shows a tier on a tab's toolbar button; a tab closed meanwhile is passed over. */
export async function showBadge(tabId: number, tier: Tier, title: string): Promise<void> {
  const { text, colour, icons } = BADGES[tier];
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setTitle({ tabId, title }),
    pixelsOf(icons).then((imageData) => browser.action.setIcon({ tabId, imageData })),
  ]);
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
