/**
 * Pictures of every surface in every state, two themes and three languages:
 *   npm run screenshots [-- PART]   scenes whose name holds PART; into .cache/screenshots
 *   npm run screenshots -- --docs   one picture a surface, for the README; into docs/screenshots
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { type Gallery, serveGallery } from './gallery/serve.ts';
import { findBrowser } from './harness/find-browser.ts';

const LANGUAGES = ['en', 'zh_CN', 'zh_TW'];
const THEMES = ['light', 'dark'];
const README = [
  'popup-former',
  'warning-lookalike',
  'card-landing',
  'history-log',
  'history-by-exchange',
  'options',
  'welcome',
];

const asked = process.argv[2] ?? '';
const forDocs = asked === '--docs';
const folder = forDocs ? 'docs/screenshots' : '.cache/screenshots';
await mkdir(folder, { recursive: true });
const gallery = await serveGallery();
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--force-prefers-reduced-motion'],
});
let taken = 0;
try {
  const page = await browser.newPage();
  const names = await sceneNames(page, gallery);
  for (const name of names.filter((one) => (forDocs ? README.includes(one) : one.includes(asked)))) {
    for (const theme of forDocs ? ['light'] : THEMES) {
      for (const language of forDocs ? ['en'] : LANGUAGES) {
        await picture(page, gallery, { name, theme, language });
        taken += 1;
      }
    }
  }
} finally {
  await browser.close();
  await gallery.close();
}
console.log(`${taken} pictures in ${folder}`);

async function sceneNames(page: Page, { url }: Gallery): Promise<string[]> {
  await page.goto(url('popup-listed', 'en', 'light'), { waitUntil: 'load' });
  await page.waitForSelector('body[data-ready]');
  return page.evaluate(() => (window as unknown as { sceneNames: string[] }).sceneNames);
}

interface Picture {
  name: string;
  theme: string;
  language: string;
}

async function picture(page: Page, { url }: Gallery, { name, theme, language }: Picture): Promise<void> {
  await page.goto(url(name, language, theme), { waitUntil: 'load' });
  await page.waitForSelector('body[data-ready]');
  const [width, height] = await page.evaluate(
    (scene) => (window as unknown as { sceneSize(name: string): [number, number] }).sceneSize(scene),
    name,
  );
  await page.setViewport({ width, height });
  await new Promise((done) => setTimeout(done, 120));
  const path = join(folder, forDocs ? `${name}.webp` : `${name}.${theme}.${language}.png`);
  await page.screenshot({
    path: path as `${string}.webp`,
    ...(forDocs ? { type: 'webp', quality: 80 } : {}),
    fullPage: !/^card|^history-log/.test(name),
  });
}
