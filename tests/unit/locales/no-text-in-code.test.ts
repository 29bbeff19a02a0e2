import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Attributes whose value is read or heard. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label']);
const WORD = /\p{L}{2,}/u;
const KEY = /^[a-z0-9_]+$/;

/** Text between tags, and spoken attributes, that is written in the code instead of the locales. */
function textIn(name: string, code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && WORD.test(node.text)) found.push(`${name}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) {
      const value = node.initializer;
      if (ts.isStringLiteral(value) && !KEY.test(value.text)) found.push(`${name}: ${value.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

test('sees text between tags and in spoken attributes', () => {
  expect(textIn('a.tsx', '<p>Hello</p>')).toHaveLength(1);
  expect(textIn('a.tsx', '<p>你好</p>')).toHaveLength(1);
  expect(textIn('a.tsx', '<input aria-label="Your name" />')).toHaveLength(1);
  expect(textIn('a.tsx', '<Switch label="option_record" /> ')).toHaveLength(0);
  expect(textIn('a.tsx', '<p class="note"> <Text k="history" /> </p>')).toHaveLength(0);
});

test('components and entry points have none', () => {
  const found = ['components', 'entrypoints'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => textIn(name, readFileSync(`${folder}/${name}`, 'utf8'))),
  );
  expect(found).toEqual([]);
});
