import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, RULES_OF_COLOUR } from './ensign/axe.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';
import { findBrowser } from './harness/find-browser.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;
let scenes: string[] = [];

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--force-prefers-reduced-motion'],
  });
  page = await browser.newPage();
  await page.goto(gallery.url('popup-listed', 'en', 'light'), { waitUntil: 'load' });
  await page.waitForSelector('body[data-ready]');
  scenes = await page.evaluate(() => (window as unknown as GalleryWindow).sceneNames);
});

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

interface GalleryWindow {
  sceneNames: string[];
  sceneSize(name: string): [number, number];
  show(scene: string, language: string, theme: string): Promise<void>;
}

async function show(scene: string, language: string, theme: string): Promise<void> {
  const [width, height] = await page.evaluate(
    async (...asked) => {
      const gallery = window as unknown as GalleryWindow;
      await gallery.show(...asked);
      return gallery.sceneSize(asked[0]);
    },
    scene,
    language,
    theme,
  );
  await page.setViewport({ width, height });
}

/** Pixels that reach beyond a window of 320 px: 200% zoom of a small one. */
async function cutSideways(scene: string): Promise<number> {
  // The stores' pictures are drawn at one size: they are no windows.
  if (scene.startsWith('store-')) return 0;
  const viewport = page.viewport()!;
  await page.setViewport({ ...viewport, width: 320 });
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

describe('every surface and state', () => {
  test.each([
    { language: 'en', theme: 'light', rules: undefined },
    { language: 'zh_TW', theme: 'dark', rules: RULES_OF_COLOUR },
  ])(
    'axe finds nothing, and 320 px cut nothing off: $language, $theme',
    async ({ language, theme, rules }) => {
      const found: string[] = [];
      for (const scene of scenes) {
        await show(scene, language, theme);
        found.push(...(await axeFindings(page, rules)).map((one) => `${scene}: ${one}`));
        const over = await cutSideways(scene);
        if (over > 0) found.push(`${scene}: ${over} px too wide`);
      }
      expect(found).toEqual([]);
    },
  );
});
