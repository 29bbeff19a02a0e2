import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifest } from './assets/manifest.ts';
import { buildBundledList } from './cli/list/bundled.ts';

export default defineConfig({
  modules: ['@wxt-dev/auto-icons', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  publicDir: 'assets/static',
  imports: false,
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  i18n: { localesDir: 'assets/locales' },
  vite: () => ({ plugins: [preact()], build: { sourcemap: false } }),
  manifest: ({ browser }) => manifest(browser),
  hooks: {
    'build:before': async () => {
      await buildBundledList();
    },
  },
});
