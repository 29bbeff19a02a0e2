/**
 * Pictures of every surface in every state, two themes and three languages, of the extension as built
 * (`npm run build` first), in Chromium; with a contact sheet of each state.
 *   npm run screenshots [-- PART]   states whose name holds PART; into .cache/screenshots
 *   npm run screenshots -- --docs   one picture a surface, for the README; into docs/screenshots
 */

import { BUILDS } from './ensign/launch.ts';
import { launch } from './harness/launch.ts';
import { startServer } from './harness/server.ts';
import { broken } from './pictures/broken.ts';
import { type Film, LANGUAGES, type Language, makeCamera, THEMES } from './pictures/camera.ts';
import { emptyExport, exporting } from './pictures/export.ts';
import { FED, fedPictures } from './pictures/gallery.ts';
import { byExchange, emptyHistory, filled, log } from './pictures/history.ts';
import { cards, overlay } from './pictures/in-page.ts';
import { fetchedList, staleList } from './pictures/list.ts';
import { options, study } from './pictures/options.ts';
import { managed } from './pictures/policy.ts';
import { popupElsewhere, popupPanels, popupStates, popupUndecided } from './pictures/popup.ts';
import { contactSheets } from './pictures/sheets.ts';
import { serveSites } from './pictures/sites.ts';
import { openStudio, record, type Studio } from './pictures/studio.ts';
import { warnings } from './pictures/warning.ts';
import { welcome } from './pictures/welcome.ts';

const README = [
  'popup-former',
  'warning-lookalike',
  'card-landing',
  'history-log',
  'history-by-exchange',
  'options-filled',
  'welcome-undecided',
];

/** In this order: the first ones need a browser that nothing was chosen in, the last one leaves it broken. */
const SCENES: readonly { of: readonly string[]; run(studio: Studio): Promise<void> }[] = [
  { of: ['popup'], run: popupUndecided },
  { of: ['history'], run: emptyHistory },
  { of: ['export'], run: emptyExport },
  { of: ['welcome'], run: welcome },
  { of: [''], run: (studio) => record(studio, 'on') },
  { of: ['popup'], run: popupStates },
  { of: ['popup'], run: popupPanels },
  { of: ['popup'], run: popupElsewhere },
  { of: ['card'], run: cards },
  { of: ['overlay'], run: overlay },
  { of: ['warning'], run: warnings },
  { of: ['history'], run: byExchange },
  { of: ['history', 'export'], run: filled },
  { of: ['history'], run: log },
  { of: ['export'], run: exporting },
  { of: ['options'], run: options },
  { of: ['options', 'export'], run: study },
  { of: ['options', 'popup', 'warning'], run: fetchedList },
  { of: ['options', 'popup'], run: staleList },
  { of: ['popup', 'history', 'options'], run: broken },
];

const asked = process.argv[2] ?? '';
const forDocs = asked === '--docs';
const film: Film = {
  folder: forDocs ? 'docs/screenshots' : '.cache/screenshots',
  wants: (name) => (forDocs ? README.includes(name) : name.includes(asked)),
  languages: forDocs ? ['en'] : (Object.keys(LANGUAGES) as Language[]),
  themes: forDocs ? ['light'] : THEMES,
  kind: forDocs ? 'webp' : 'png',
};
const camera = makeCamera(film);
const server = await startServer();
let fed: string[] = [];
try {
  serveSites(server);
  const driver = await launch('chromium', {
    extensionDir: BUILDS.chromium,
    server,
    switches: ['--force-prefers-reduced-motion', '--force-color-profile=srgb'],
  });
  try {
    const studio = await openStudio(driver, server, camera);
    for (const { of, run } of SCENES) if (of.some(isAskedFor)) await run(studio);
    fed = await fedPictures(driver.page.browser(), film);
  } finally {
    await driver.close();
  }
  if (!forDocs) await managed(server, camera);
  if (!forDocs) await contactSheets(film, [...camera.taken, ...fed]);
} finally {
  await server.close();
}
const each = film.languages.length * film.themes.length;
console.log(
  `${camera.taken.length * each} pictures of the built extension, ${fed.length * each} of fed components`,
);
for (const name of fed) console.log(`  fed: ${name}: ${FED[name]}`);
console.log(`in ${film.folder}`);

/** Whether a part of a surface's name, or the name of one of its states, was asked for. */
function isAskedFor(surface: string): boolean {
  if (forDocs) return README.some((name) => name.startsWith(surface));
  return surface.includes(asked) || asked.startsWith(surface);
}
