/**
 * What the stores ask for, into docs/store: texts, icon, small tile, and pictures of 1280 × 800 in three languages.
 * `npm run store`. Chrome takes pictures without transparency alone: JPEG.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import { listingPage, readListings, STORE_LANGUAGES } from '../../cli/store/listing.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';
import { findBrowser } from './harness/find-browser.ts';

const FOLDER = 'docs/store';
const SCENES = ['store-address', 'warning-lookalike', 'store-landing', 'history-by-exchange'];
const SIZE = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const QUALITY = 82;

await mkdir(FOLDER, { recursive: true });
const listings = readListings();
for (const language of STORE_LANGUAGES)
  await writeFile(`${FOLDER}/${language}.md`, listingPage(language, listings[language]));
const gallery = await serveGallery();
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--force-prefers-reduced-motion'],
});
try {
  const page = await browser.newPage();
  for (const [index, scene] of SCENES.entries())
    for (const language of STORE_LANGUAGES)
      await picture(page, gallery, scene, language, `${FOLDER}/${language}-${index + 1}.jpeg`);
  await drawIcon(page);
} finally {
  await browser.close();
  await gallery.close();
}

async function picture(page: Page, { url }: Gallery, scene: string, language: string, path: string) {
  await page.setViewport(SIZE);
  await page.goto(url(scene, language, 'light'), { waitUntil: 'networkidle0' });
  await page.waitForSelector('body[data-ready]');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: path as `${string}.jpeg`, type: 'jpeg', quality: QUALITY });
}

/** The icon: 128 px, of which the art takes 96; the tile: the art alone on the ground. */
async function drawIcon(page: Page): Promise<void> {
  const art = await readFile('assets/icons/store.svg', 'utf8');
  await page.setViewport({ width: 128, height: 128 });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 128px }</style>${art}`);
  await page.screenshot({ path: `${FOLDER}/icon-128.png`, omitBackground: true });
  await page.setViewport(TILE);
  await page.setContent(
    `<style>body { margin: 0; height: 100vh; display: grid; place-items: center; background: #f3f5f6 } svg { width: 220px }</style>${art}`,
  );
  await page.screenshot({ path: `${FOLDER}/tile-440x280.jpeg`, type: 'jpeg', quality: 90 });
}
