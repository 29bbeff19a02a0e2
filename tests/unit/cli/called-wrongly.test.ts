import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../../fixtures/folder.ts';
import { runEnsign } from './run-ensign.ts';

const STACK = /\n {4}at /;

describe('called wrongly, a command says so in words and ends with 2', () => {
  test.each<[string, string[], RegExp]>([
    ['no such file', ['flags', 'convert', 'nowhere.zip', '--to', 'csv', '--out', 'x'], /cannot read nowhere/],
    ['a folder', ['flags', 'convert', 'cli', '--to', 'csv', '--out', 'x'], /cli is no file/],
    ['no such file', ['flags', 'replay', 'nowhere.zip'], /cannot read nowhere/],
    [
      'no list',
      ['flags', 'replay', 'README.md', '--list', 'README.md'],
      /README\.md is no list snapshot \(made by/,
    ],
    ['no list', ['flags', 'replay', 'README.md', '--list', '/dev/null'], /\/dev\/null is no list/],
    ['a port', ['list', 'serve', '.', '--port', '99999'], /--port wants a whole number from 0 to 65535/],
    ['months', ['list', 'review', '--months', '0'], /--months wants a whole number from 1/],
    ['months', ['list', 'review', '--months', 'abc'], /--months wants/],
    ['no merge', ['flags', 'report', 'cli'], /cli holds no flags/],
    ['an option before the command', ['--bogus', 'scan', 'hosts'], /Unknown option --bogus\n$/],
    ['a file for a folder', ['list', 'build', '--from', 'README.md'], /README\.md\/exchanges: ENOTDIR, /],
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

/** Runs a line of bash in which `ensign` is the command: what the shell says of it, and what it says on stderr. */
async function shell(line: string): Promise<{ stdout: string; stderr: string }> {
  const ensign =
    'ensign() { node_modules/.bin/node --disable-warning=ExperimentalWarning cli/ensign.ts "$@"; }';
  return promisify(execFile)('bash', ['-c', `${ensign}\n${line}`]);
}

describe('what becomes of the output', () => {
  test('a reader who leaves is no fault, and files are written to their end', async () => {
    const folder = folderOf({});
    const line = `ensign list lineage okx --svg ${folder}/okx.svg | true; echo "$\{PIPESTATUS[0]}"`;
    expect(await shell(line)).toEqual({ stdout: '0\n', stderr: `${folder}/okx.svg\n` });
    expect(readFileSync(`${folder}/okx.svg`, 'utf8')).toMatch(/<\/svg>\n$/);
  });

  test('what cannot be written is said in one line, with 2', async () => {
    const line = `trap '' XFSZ; ulimit -f 0; ensign --help >${folderOf({})}/out || echo $?`;
    const { stdout, stderr } = await shell(line);
    expect(stdout).toBe('2\n');
    expect(stderr).toMatch(/^standard output: EFBIG, [^\n]*\n$/);
  });
});
