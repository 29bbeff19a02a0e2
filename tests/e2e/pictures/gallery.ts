import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { serveGallery } from '../gallery/serve.ts';
import { pause } from '../harness/arrive.ts';
import { type Film, pictureFile } from './camera.ts';

/** What the built extension cannot be held in, and why: these are drawn of models that are fed to its components. */
export const FED: Readonly<Record<string, string>> = {
  'popup-listNotReady': 'over before a picture of it is taken',
  'popup-hostile': 'no host name can hold these characters',
  'card-hostile': 'no host name can hold these characters',
  'popup-unrecorded': 'the device would have to be full',
  'history-unrecorded': 'the device would have to be full',
  'options-troubled':
    'an update under way, over a stored list that broke and a history that does not open: at once for a moment only',
  'options-from-the-future': 'the clock of the device would have to be set back',
  'options-pinned': 'a study would have to hold a list that a later one was published after',
  'options-not-done': 'the background would have to end while a press is answered',
  'options-unanswered': 'the background would have to fall silent between two answers',
  'history-unanswered': 'the background would have to fall silent between two answers',
};

/** Answers the names of the states taken. */
export async function fedPictures(browser: Browser, film: Film): Promise<string[]> {
  const names = Object.keys(FED).filter((name) => film.wants(name));
  if (names.length === 0) return [];
  const gallery = await serveGallery();
  const page = await browser.newPage();
  try {
    for (const name of names)
      for (const theme of film.themes)
        for (const language of film.languages) {
          await page.goto(gallery.url(name, language, theme), { waitUntil: 'load' });
          await page.waitForSelector('body[data-ready]');
          const [width, height] = await page.evaluate(
            (scene) => (window as unknown as { sceneSize(name: string): [number, number] }).sceneSize(scene),
            name,
          );
          await page.setViewport({ width, height });
          await pause(120);
          const path = pictureFile(film, name, theme, language);
          await mkdir(dirname(path), { recursive: true });
          await page.screenshot({ path: path as `${string}.png`, fullPage: !name.startsWith('card') });
        }
  } finally {
    await page.close();
    await gallery.close();
  }
  return names;
}
