import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './ensign/axe.ts';
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
  await open('popup-listed', 'en', 'light');
  scenes = await page.evaluate(() => (window as unknown as { sceneNames: string[] }).sceneNames);
});

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function open(scene: string, language: string, theme: string, width?: number): Promise<void> {
  await page.goto(gallery.url(scene, language, theme), { waitUntil: 'load' });
  await page.waitForSelector('body[data-ready]');
  const [usual, height] = await page.evaluate(
    (name) => (window as unknown as { sceneSize(name: string): [number, number] }).sceneSize(name),
    scene,
  );
  await page.setViewport({ width: width ?? usual, height });
}

describe('accessibility', () => {
  test.each(['light', 'dark'])('axe finds nothing on any surface and state, %s', async (theme) => {
    const found: string[] = [];
    for (const scene of scenes) {
      await open(scene, theme === 'light' ? 'en' : 'zh_CN', theme);
      found.push(...(await axeFindings(page)).map((one) => `${scene}: ${one}`));
    }
    expect(found).toEqual([]);
  });
});

describe('narrow windows', () => {
  test('at 320 px nothing is cut off sideways: 200% zoom of a small window', async () => {
    const cut: string[] = [];
    // The stores' pictures are drawn at one size: they are no windows.
    for (const scene of scenes.filter((name) => !name.startsWith('store-'))) {
      for (const language of ['en', 'zh_TW']) {
        await open(scene, language, 'light', 320);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) cut.push(`${scene} ${language}: ${over} px`);
      }
    }
    expect(cut).toEqual([]);
  });
});
