import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ask } from '../ensign/ask.ts';
import { pause } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';

export const LANGUAGES = { en: 'en', zh_CN: 'zh-Hans', zh_TW: 'zh-Hant' } as const;
export type Language = keyof typeof LANGUAGES;
export const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Until what a change of theme, language or size moves stands still, ms. */
const SETTLED = 120;

export interface Shot {
  width?: number;
  height?: number;
  /** The whole length of the page, not the window alone. Default true. */
  whole?: boolean;
  /** What lies in a site's page keeps its language: called after each change, to show it anew. */
  again?: (language: Language) => Promise<unknown>;
}

/** Which pictures are wanted, and how they are kept. */
export interface Film {
  folder: string;
  wants(name: string): boolean;
  languages: readonly Language[];
  themes: readonly Theme[];
  kind: 'png' | 'webp';
}

/** Takes a state of a surface in every theme and language of a film. */
export interface Camera {
  /** Names of the states taken, in order. */
  taken: string[];
  /** Whether a state is wanted; what only it needs can then be left out. */
  wants(name: string): boolean;
  /** `page` shows the state already. The language is English before and after. */
  take(driver: Driver, name: string, page: Page, shot?: Shot): Promise<void>;
}

export function makeCamera(film: Film): Camera {
  const taken: string[] = [];
  return {
    taken,
    wants: film.wants,
    async take(driver, name, page, shot = {}) {
      if (!film.wants(name)) return;
      await page.bringToFront();
      await page.setViewport({ width: shot.width ?? 1280, height: shot.height ?? 900 });
      for (const language of film.languages) {
        await speak(driver, page, language, shot);
        // Asking can open a tab in front; a page behind one is never drawn.
        await page.bringToFront();
        for (const theme of film.themes) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
          await pause(SETTLED);
          await page.screenshot({
            ...(await fileFor(film, name, theme, language)),
            fullPage: shot.whole ?? true,
          });
        }
      }
      await speak(driver, page, 'en', shot);
      taken.push(name);
    },
  };
}

/** Where a picture lies: 'popup/former.dark.zh_TW.png'; alone of its kind, 'popup-former.webp'. */
export function pictureFile(film: Film, name: string, theme: Theme, language: Language): string {
  const surface = name.split('-', 1)[0] ?? '';
  if (film.themes.length * film.languages.length === 1) return join(film.folder, `${name}.${film.kind}`);
  return join(film.folder, surface, `${name.slice(surface.length + 1)}.${theme}.${language}.${film.kind}`);
}

async function fileFor(film: Film, name: string, theme: Theme, language: Language) {
  const file = pictureFile(film, name, theme, language);
  await mkdir(join(file, '..'), { recursive: true });
  return film.kind === 'webp'
    ? { path: file as `${string}.webp`, type: 'webp' as const, quality: 80 }
    : { path: file as `${string}.png` };
}

/** Switches the extension's language as the options page does, and waits until the page speaks it. */
async function speak(driver: Driver, page: Page, language: Language, { again }: Shot): Promise<void> {
  await ask(driver, 'setSetting', { name: 'language', value: language });
  if (again) {
    await again(language);
    await pause(SETTLED);
  } else {
    await page.waitForFunction((tag) => document.documentElement.lang === tag, {}, LANGUAGES[language]);
  }
}
