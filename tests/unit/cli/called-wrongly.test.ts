import { describe, expect, test } from 'vitest';
import { folderOf } from '../../fixtures/folder.ts';
import { runEnsign } from './run-ensign.ts';

const STACK = /\n {4}at /;

describe('called wrongly, a command says so in words and ends with 2', () => {
  test.each<[string, string[], RegExp]>([
    ['no such file', ['flags', 'convert', 'nowhere.zip', '--to', 'csv', '--out', 'x'], /cannot read nowhere/],
    ['a folder', ['flags', 'convert', 'cli', '--to', 'csv', '--out', 'x'], /cli is no file/],
    ['no such file', ['flags', 'replay', 'nowhere.zip'], /cannot read nowhere/],
    ['no list', ['flags', 'replay', 'README.md', '--list', 'README.md'], /README\.md is no list: not a snap/],
    ['no list', ['flags', 'replay', 'README.md', '--list', '/dev/null'], /\/dev\/null is no list/],
    ['a port', ['list', 'serve', '.', '--port', '99999'], /--port wants a whole number from 0 to 65535/],
    ['months', ['list', 'review', '--months', '0'], /--months wants a whole number from 1/],
    ['months', ['list', 'review', '--months', 'abc'], /--months wants/],
    ['no merge', ['flags', 'report', 'cli'], /cli holds no flags/],
  ])('%s: %j', async (_, args, words) => {
    const { code, said } = await runEnsign(...args);
    expect(said).toMatch(words);
    expect(said).not.toMatch(STACK);
    expect(code).toBe(2);
  });

  test('a report on a merge of nothing but empty exports', async () => {
    const folder = folderOf({ 'in/a.ndjson': '', 'in/b.ndjson': '' });
    const merged = await runEnsign('flags', 'merge', `${folder}/in`, '--out', `${folder}/out`);
    expect(merged.code).toBe(0);
    const { code, said } = await runEnsign('flags', 'report', `${folder}/out`);
    expect(said).toMatch(/holds no flags/);
    expect(said).not.toMatch(STACK);
    expect(code).toBe(2);
  });
});
