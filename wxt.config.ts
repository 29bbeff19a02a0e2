import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifest } from './assets/manifest.ts';
import { buildBundledList } from './cli/list/bundled.ts';
import { buildBundledTables } from './cli/lookalike/build-tables.ts';

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
  vite: () => ({ plugins: [preact()], build: { sourcemap: false, modulePreload: { polyfill: false } } }),
  manifest: ({ browser }) => manifest(browser),
  hooks: {
    'build:before': async () => {
      await buildBundledList();
      buildBundledTables();
    },
  },
});
