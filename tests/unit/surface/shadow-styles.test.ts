import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shadowStyles } from '../../../entrypoints/surface/in-page/shadow-styles.ts';

/** A style sheet with those that it is made of. */
function sheet(name: string): string {
  return readFileSync(`assets/styles/${name}.css`, 'utf8').replace(
    /@import "\.\/([\w-]+)\.css";/g,
    (_, part: string) => sheet(part),
  );
}
const files = ['tokens', 'base', 'card', 'warning'].map(sheet);
const styles = shadowStyles(files.join('\n'), 'own');

test('the sheets are whole', () => expect(styles).not.toContain('@import'));

test('every custom property has a name that the page does not know, but one that a component sets', () => {
  const names = new Set(styles.match(/--[a-z][\w-]*/g));
  expect([...names].filter((name) => !name.startsWith('--own-'))).toEqual(['--at']);
  expect(names).toContain('--own-ink');
});

test('tokens stand inside the shadow root, where no rule of the page reaches', () => {
  expect(styles).not.toMatch(/:root|:host(?! >)|(?<![\w.-])(?:html|body)\s*\{/);
  expect(styles).toContain(':host > div[data-theme="dark"]');
});

test('no size hangs on the page', () => {
  expect(styles).not.toMatch(/\drem\b/);
  expect(shadowStyles('a { top: 1.5rem; left: .25rem }', 'x')).toContain('top: 24px; left: 4px');
});
