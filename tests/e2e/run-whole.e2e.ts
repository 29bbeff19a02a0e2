import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['chrome-mv3', 'firefox-mv3'])('the script of every page in %s begins with its mark', (folder) => {
  expect(readFileSync(`.output/${folder}/observe.js`, 'utf8')).toMatch(/^\/\/# allFunctionsCalledOnLoad\n\S/);
});
