import { press, type Studio, visitWarned } from './studio.ts';

const WARNED: readonly [name: string, url: string][] = [
  ['lookalike', 'https://blnance.com/'],
  ['homoglyph', 'https://xn--krken-5ve.com/'],
  ['combosquat', 'https://okx-wallets.com/'],
  ['embedded', 'https://okx.com.verify-account.example.net/'],
];

/** The warning in place of what it warns of, folded and opened. */
export async function warnings(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  for (const [name, url] of WARNED)
    await camera.take(driver, `warning-${name}`, await visitWarned(studio, url));
  for (const [name, words] of [
    ['details', 'Details'],
    ['ignoring', 'Ignore'],
    ['reporting', 'Report a mistake'],
  ] as const) {
    const page = await visitWarned(studio, 'https://blnance.com/');
    await press(page, words);
    await camera.take(driver, `warning-${name}`, page);
  }
}
