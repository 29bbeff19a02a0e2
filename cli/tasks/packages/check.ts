import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lintFirefox } from './lint.ts';
import { rebuild } from './rebuild.ts';

const OUTPUT = '.output';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, 'lint-only': { type: 'boolean', default: false } },
});
const different = values['lint-only'] ? [] : await rebuild(OUTPUT, version, { full: values.full });
const { errors, warnings, output } = await lintFirefox(`${OUTPUT}/firefox-mv3`);
if (!values['lint-only']) {
  const found = different.length === 0 ? 'same bytes' : `other bytes in ${different}`;
  console.log(`rebuilt from the sources package: ${found}`);
}
console.log(
  `Firefox linter: ${errors} errors, ${warnings.length} warnings${warnings.map((text) => `\n  ${text}`).join('')}`,
);
if (errors > 0) console.log(output);
process.exitCode = different.length === 0 && errors === 0 ? 0 : 1;
