import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import browser from 'webextension-polyfill';
import { session } from '../../../entrypoints/background/session.ts';
import { decideOn } from '../../../entrypoints/background/tab-document.ts';
import type { TabDocument } from '../../../entrypoints/background/tab-state.ts';
import { builtPackage } from './built-package.ts';
import { ledDocument } from './led-document.ts';

const servePackage = builtPackage();

test('a page judged anew never holds a verdict that its way is missing from: its card may ask at any moment', async () => {
  servePackage();
  const put: string[] = [];
  Object.assign(browser, {
    scripting: { executeScript: async ({ files }: { files: string[] }) => void put.push(...files) },
  });
  const held: string[][] = [];
  let verdict: TabDocument['verdict'] = null;
  const document = Object.defineProperty(ledDocument('a'), 'verdict', {
    get: () => verdict,
    set: (next: TabDocument['verdict']) => {
      verdict = next;
      held.push(next?.findings.map(({ kind }) => kind) ?? []);
    },
  });
  const state = await session();
  await decideOn(state, 1, document);
  await decideOn(state, 1, document);
  expect(put).toEqual(['/card.js']);
  expect(held).toEqual([['succession'], ['succession']]);
});
