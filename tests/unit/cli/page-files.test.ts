import { expect, test } from 'vitest';
import { pageFiles } from '../../../cli/tasks/packages/page-files.ts';
import { folderOf } from '../../fixtures/folder.ts';

test('a page weighs itself, its styles and scripts, and what they import, each once', () => {
  const folder = folderOf({
    'popup.html':
      '<link rel="stylesheet" crossorigin href="/assets/popup.css"><link rel="modulepreload" href="/chunks/shared.js">' +
      '<script type="module" crossorigin src="/chunks/popup.js"></script>',
    'chunks/popup.js':
      'import{a as b}from"./shared.js";import"./side.js";const later=()=>import("./later.js");export*from"./again.js"',
    'chunks/shared.js': 'export const a=1',
    'chunks/side.js': 'import{a}from"./shared.js"',
    'chunks/again.js': '',
    'chunks/later.js': '',
    'assets/popup.css': '',
    'history.html': '<script src="/chunks/history.js"></script>',
  });
  expect(pageFiles(folder, 'popup.html').sort()).toEqual([
    'assets/popup.css',
    'chunks/again.js',
    'chunks/popup.js',
    'chunks/shared.js',
    'chunks/side.js',
    'popup.html',
  ]);
});

test('a page that was not built has no files', () => {
  expect(pageFiles(folderOf({}), 'popup.html')).toEqual([]);
});
