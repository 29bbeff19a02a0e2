import { readFileSync } from 'node:fs';
import { pageFiles } from './cli/tasks/packages/page-files.ts';

const BUILD = '.output/chrome-mv3';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const page = (name) => pageFiles(BUILD, `${name}.html`).map((file) => `${BUILD}/${file}`);

/** What every page, every opening of the popup, and every installation costs at most. */
export default [
  { name: 'content script', path: `${BUILD}/observe.js`, gzip: true, limit: '6 kB' },
  // With what a link or a typed address comes to, undo and the choice of kinds; verdict and reasons are most of it.
  { name: 'popup', path: page('popup'), gzip: true, limit: '30 kB' },
  { name: 'history', path: page('history'), gzip: true, limit: '90 kB' },
  {
    name: 'whole extension, zipped',
    path: `.output/ensign-${version}-chrome.zip`,
    gzip: false,
    brotli: false,
    limit: '1.9 MB',
  },
];
