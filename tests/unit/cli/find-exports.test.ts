import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findExports } from '../../../cli/flags/find-exports.ts';
import { folderOf } from '../../fixtures/folder.ts';

/** What is found below a folder, without it, and what is said. */
async function found(folder: string): Promise<{ files: string[]; said: string }> {
  const lines: string[] = [];
  const files = await findExports(folder, (line) => lines.push(line.replaceAll(`${folder}/`, '')));
  return { files: files.map((file) => file.slice(folder.length + 1)), said: lines.join('\n') };
}

test('files are found through links to them and to folders, and a link to nothing is found as well', async () => {
  const elsewhere = folderOf({ 'b.zip': '', 'more/c.zip': '' });
  const folder = folderOf({ 'a.zip': '' });
  symlinkSync(`${elsewhere}/b.zip`, `${folder}/b.zip`);
  symlinkSync(`${elsewhere}/more`, `${folder}/more`);
  symlinkSync('gone.zip', `${folder}/d.zip`);
  expect(await found(folder)).toEqual({ files: ['a.zip', 'b.zip', 'd.zip', 'more/c.zip'], said: '' });
});

test('links in a circle end, and are named', async () => {
  const folder = folderOf({ 'a/one.zip': '' });
  symlinkSync('..', `${folder}/a/up`);
  expect(await found(folder)).toEqual({
    files: ['a/one.zip'],
    said: 'passed over, folders found before, through a link: a/up',
  });
});

test('what begins with a dot, and what is neither file nor folder, is passed over by name', async () => {
  const folder = folderOf({ 'one.zip': '', '.two.zip': '', '.three/four.zip': '', 'five/._one.zip': '' });
  execFileSync('mkfifo', [`${folder}/six.ndjson`]);
  const { files, said } = await found(folder);
  expect(files).toEqual(['one.zip']);
  expect(said.split('\n').sort()).toEqual([
    'passed over, names that begin with a dot: .three, .two.zip, five/._one.zip',
    'passed over, neither files nor folders: six.ndjson',
  ]);
});

test('of many names the first are said, and how many more there are', async () => {
  const names = ['.a', '.b', '.c', '.d', '.e', '.f', '.g'];
  const { said } = await found(folderOf(Object.fromEntries(['x', ...names].map((name) => [name, '']))));
  expect(said).toMatch(/: \.a, \.b, \.c, \.d, \.e and 2 more$/);
});

test('a folder of nothing to read is refused, and a file is itself', async () => {
  const folder = folderOf({ '.a.zip': '' });
  await expect(found(folder)).rejects.toThrow('no files below it');
  expect(await findExports(`${folder}/.a.zip`)).toEqual([`${folder}/.a.zip`]);
});
