import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shadowStyles } from '../../../entrypoints/surface/in-page/shadow-styles.ts';

const BASE = ['elements', 'flag', 'names', 'controls', 'panels'];
const files = ['tokens', ...BASE, 'card', 'warning'].map((name) =>
  readFileSync(`assets/styles/${name}.css`, 'utf8'),
);
const styles = shadowStyles(files.join('\n'), 'own');

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
