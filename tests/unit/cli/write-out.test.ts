import { execFile, execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { writeOut } from '../../../cli/flags/write-out.ts';
import { folderOf } from '../../fixtures/folder.ts';

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

test('a file is replaced when the new one is whole, and stays where that breaks off', async () => {
  const folder = folderOf({ file: 'old' });
  async function* broken() {
    yield* chunks('ne');
    throw new RangeError('broke off');
  }
  await expect(writeOut(`${folder}/file`, broken())).rejects.toThrow(RangeError);
  expect([readFileSync(`${folder}/file`, 'utf8'), readdirSync(folder)]).toEqual(['old', ['file']]);
  expect(await writeOut(`${folder}/file`, chunks('ne', 'wer'))).toBe(5);
  expect([readFileSync(`${folder}/file`, 'utf8'), readdirSync(folder)]).toEqual(['newer', ['file']]);
});

test.each(['file', 'none yet'])('a link stays, and what it leads to is written: %s', async (target) => {
  const folder = folderOf({ 'in/file': 'old' });
  symlinkSync(`in/${target}`, `${folder}/first`);
  symlinkSync('first', `${folder}/link`);
  await writeOut(`${folder}/link`, chunks('new'));
  expect(readlinkSync(`${folder}/link`)).toBe('first');
  expect(readFileSync(`${folder}/in/${target}`, 'utf8')).toBe('new');
  expect(readdirSync(`${folder}/in`).some((name) => name.endsWith('.part'))).toBe(false);
});

test('a pipe stays one, and its reader gets what is written', async () => {
  const folder = folderOf({});
  const pipe = `${folder}/pipe`;
  execFileSync('mkfifo', [pipe]);
  const reader = promisify(execFile)('cat', [pipe]);
  await writeOut(pipe, chunks('a', 'b'));
  expect((await reader).stdout).toBe('ab');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

test.each([
  ['none/x', 'ENOENT'],
  ['taken', 'EISDIR'],
  ['file/x', 'ENOTDIR'],
  ['circle', 'ELOOP'],
])('%s cannot be written to: %s', async (name, why) => {
  const folder = folderOf({ file: '' });
  mkdirSync(`${folder}/taken`);
  symlinkSync('circle', `${folder}/circle`);
  const path = `${folder}/${name}`;
  await expect(writeOut(path, chunks('x'))).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(`cannot write ${path}: ${why}, `),
  });
  expect(readdirSync(folder).sort()).toEqual(['circle', 'file', 'taken']);
});
