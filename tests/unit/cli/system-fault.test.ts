import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { outputFault, readerLeft } from '../../../cli/output-fault.ts';
import {
  atPath,
  faultWords,
  isSystemError,
  type SystemError,
  systemFault,
} from '../../../cli/system-fault.ts';
import { folderOf } from '../../fixtures/folder.ts';

const error = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' }) as SystemError;

test.each<[string, (folder: string) => Promise<unknown>, string]>([
  ['a missing folder', (folder) => writeFile(`${folder}/no/x`, ''), 'no/x: ENOENT, no such file or folder'],
  ['a folder for a file', (folder) => writeFile(folder, ''), ': EISDIR, a folder stands where a file'],
  ['a file for a folder', (folder) => mkdtemp(`${folder}/file/x`), 'ENOTDIR, a file stands where a folder'],
  ['a file where one is made', (folder) => mkdir(`${folder}/file`, { recursive: true }), 'file: EEXIST, '],
  ['a folder to be replaced', (folder) => rename(`${folder}/file`, `${folder}/dir`), 'dir: EISDIR, a folder'],
  ['a folder that is read', (folder) => readFile(folder).catch(atPath(`${folder}/`)), '/: EISDIR, a folder'],
])('%s is named by place, code and words', async (_, act, words) => {
  const folder = folderOf({ file: '', 'dir/file': '' });
  const fault = await act(folder).catch((thrown: unknown) => thrown);
  if (!isSystemError(fault)) throw fault;
  expect(systemFault(fault)).toContain(folder);
  expect(systemFault(fault)).toContain(words);
});

test('a code without words is what Node says, and other errors are none of the system', () => {
  expect(faultWords(error('EIO'))).toBe('EIO');
  expect(isSystemError(new TypeError('x'))).toBe(false);
  expect(isSystemError(Object.assign(new Error('x'), { code: 'ERR_X' }))).toBe(false);
});

test('a reader who left is no fault of the output; another fault is said once', () => {
  const [stdout, said] = [new EventEmitter(), [] as string[]];
  const fault = outputFault(stdout, (words) => said.push(words));
  stdout.emit('error', error('EPIPE'));
  expect([fault(), said]).toEqual([null, []]);
  const full = error('ENOSPC');
  stdout.emit('error', full);
  stdout.emit('error', error('ENOSPC'));
  expect(said).toEqual(['standard output: ENOSPC, no room is left: make some, or choose another place']);
  expect(fault()).toBe(full);
});

test('a pipe named by a path is not the output', () => {
  expect(readerLeft(error('EPIPE'))).toBe(true);
  expect(readerLeft(Object.assign(error('EPIPE'), { path: 'x' }))).toBe(false);
  expect(readerLeft(error('ENOSPC'))).toBe(false);
});
