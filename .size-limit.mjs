import { readFileSync } from 'node:fs';
import { pageFiles } from './cli/tasks/packages/page-files.ts';

const BUILD = '.output/chrome-mv3';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const page = (name) => pageFiles(BUILD, `${name}.html`).map((file) => `${BUILD}/${file}`);

/** What a visitor's browser pays for; the issue on lookalikes raises the last by its tables. */
export default [
  { name: 'content script', path: `${BUILD}/content-scripts/content.js`, gzip: true, limit: '6 kB' },
  { name: 'popup', path: page('popup'), gzip: true, limit: '25 kB' },
  {
    name: 'whole extension, zipped',
    path: `.output/ensign-${version}-chrome.zip`,
    gzip: false,
    brotli: false,
    limit: '700 kB',
  },
];
