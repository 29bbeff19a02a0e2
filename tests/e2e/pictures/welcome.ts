import { openPage, press, type Studio } from './studio.ts';

/** The first page, before the choice and after either. Recording is left undecided by none of them. */
export async function welcome(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  const page = await openPage(studio, 'welcome.html', '.choice');
  await camera.take(driver, 'welcome-undecided', page);
  await press(page, 'Do not record');
  await page.waitForSelector('.done:not(:empty)');
  await camera.take(driver, 'welcome-not-recording', page);
  await press(page, 'Record');
  await page.waitForFunction(() => document.querySelector('.choice .btn[aria-pressed=true]:first-child'));
  await camera.take(driver, 'welcome-recording', page);
}
