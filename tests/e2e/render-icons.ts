/**
 * Draws the toolbar's state icons, assets/icons/*.svg, as PNG where action.setIcon finds them:
 * assets/static/icons/state/<state>-<size>.png. `npm run icons`, after a change of the drawings.
 */
import { mkdir, readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './harness/find-browser.ts';

const STATES = ['notice', 'caution', 'danger', 'unknown'];
const SIZES = [16, 32];
const FOLDER = 'assets/static/icons/state';

await mkdir(FOLDER, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const state of STATES) {
    const drawing = await readFile(`assets/icons/${state}.svg`, 'utf8');
    for (const size of SIZES) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`,
      );
      await page.screenshot({ path: `${FOLDER}/${state}-${size}.png`, omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
