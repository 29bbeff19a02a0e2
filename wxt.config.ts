import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifest } from './assets/manifest.ts';
import { detectorOfFolder } from './cli/detector/of-folder.ts';
import { buildBundledList } from './cli/list/bundled.ts';
import { builtListHost } from './cli/list/host.ts';
import { buildBundledTables } from './cli/lookalike/build-tables.ts';

/** Wrong settings fail here, before anything is built. */
const LIST = builtListHost(process.env);

/**
 * The script of every page: compiled function by function, as each is called, it costs a page of 2 kB some two
 * milliseconds more. Chromium's mark to compile it at once must be the first line; Firefox passes over it.
 */
const RUN_WHOLE = 'observe.js';
const markRunWhole = {
  name: 'ensign:run-whole',
  generateBundle(_options: unknown, files: Record<string, { code?: string }>) {
    const file = files[RUN_WHOLE];
    if (file) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
  },
};

/** Surfaces that open at a click or before a page. */
const AT_ONCE = ['popup', 'warning'];

export default defineConfig({
  modules: ['@wxt-dev/auto-icons', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  publicDir: 'assets/static',
  imports: false,
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  i18n: { localesDir: 'assets/locales' },
  zip: {
    excludeSources: ['assets/static/list/**', 'assets/static/lookalike/**'],
    includeSources: [
      '{assets,cli,components,entrypoints,utils}/**',
      '{package,package-lock,tsconfig}.json',
      'wxt.config.ts',
      '.npmrc',
      'README.md',
      'LICENSE',
    ],
  },
  vite: () => ({
    plugins: [preact(), markRunWhole],
    // Both browsers' oldest versions (assets/manifest.ts) preload modules and know light-dark().
    build: { sourcemap: false, modulePreload: { polyfill: false }, cssTarget: ['chrome137', 'firefox142'] },
    define: {
      __ENSIGN_LIST_URL__: JSON.stringify(LIST.address),
      __ENSIGN_DETECTOR__: JSON.stringify(detectorOfFolder()),
      __ENSIGN_LIST_KEYS__: JSON.stringify(LIST.keys.join(' ')),
    },
  }),
  manifest: ({ browser }) => manifest(browser),
  hooks: {
    // What a person waits for is one script and one style of its own: each further file costs its opening some
    // milliseconds.
    'entrypoints:grouped': (_wxt, groups) => {
      for (const group of groups.filter(Array.isArray)) {
        const alone = group.filter(({ name }) => AT_ONCE.includes(name));
        group.splice(0, group.length, ...group.filter((one) => !alone.includes(one)));
        groups.push(...alone.map((one) => [one]));
      }
    },
    // An entry named `history` would take the place of the browser's own history page.
    'build:manifestGenerated': (_wxt, generated) => {
      delete generated.chrome_url_overrides;
    },
    'build:before': async () => {
      await buildBundledList();
      buildBundledTables();
    },
  },
});
