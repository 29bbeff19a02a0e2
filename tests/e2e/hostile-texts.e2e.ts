import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LONG } from './ensign/launch.ts';
import { hostileTexts } from './gallery/hostile-texts.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';
import { browsersToTest, findBrowser } from './harness/find-browser.ts';

/** Texts on each surface; 500 in the long form (`npm run hostile:texts`). */
const COUNT = LONG ? 500 : 10;
const SEED = 20_261_127;

/** The driver waits for an answer only so long. */
const BATCH = 10;

interface GalleryWindow {
  hostileSurfaces: string[];
  hostile(texts: string[], first: number): Promise<string[]>;
}

/** Runs in the gallery. */
function drawAll(texts: string[], first: number): Promise<string[]> {
  return (window as unknown as GalleryWindow).hostile(texts, first);
}

describe.each(browsersToTest())('hostile hosts, names and titles in %s', (kind) => {
  let gallery: Gallery;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    gallery = await serveGallery();
    browser = await puppeteer.launch({
      browser: kind === 'firefox' ? 'firefox' : 'chrome',
      executablePath: findBrowser(kind),
      headless: true,
      args: kind === 'firefox' ? [] : ['--no-sandbox', '--disable-gpu', '--force-prefers-reduced-motion'],
    });
    page = await browser.newPage();
    await page.setViewport({ width: 380, height: 600 });
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  const open = async (scene: string) => {
    await page.goto(gallery.url(scene, 'en', 'light'), { waitUntil: 'load' });
    await page.waitForSelector('body[data-ready]');
  };

  test('are text on every surface, and break no layout', { timeout: 900_000 }, async () => {
    await open('popup-listed');
    const surfaces = await page.evaluate(() => (window as unknown as GalleryWindow).hostileSurfaces);
    expect(surfaces.length).toBeGreaterThan(6);
    const texts = hostileTexts(COUNT, SEED);
    const wrong: string[] = [];
    for (const surface of surfaces) {
      await open(surface);
      for (let at = 0; at < texts.length; at += BATCH)
        wrong.push(...(await page.evaluate(drawAll, texts.slice(at, at + BATCH), at)));
    }
    expect(wrong).toEqual([]);
  });
});
