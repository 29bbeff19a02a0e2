import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkExport } from '../../../cli/flags/check-export.ts';
import { fileKind } from '../../../cli/flags/file-kind.ts';
import { openFile } from '../../../cli/flags/open-file.ts';
import { openSources } from '../../../cli/flags/open-sources.ts';
import { SetAside } from '../../../cli/flags/set-aside.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { folderOf } from '../../fixtures/folder.ts';
import { id, ndjson } from './flags-command.ts';

const { local, ...flag } = storedFlag({ flag_id: id(0), document: 'x' });

/** A folder with one export, and names that no user can read a file under. */
function unreadable(): { folder: string; names: string[] } {
  const folder = folderOf({ 'good.ndjson': ndjson(flag) });
  symlinkSync('circle.zip', `${folder}/circle.zip`);
  symlinkSync('nowhere', `${folder}/gone.ndjson`);
  execFileSync('mkfifo', [`${folder}/pipe.ndjson`]);
  mkdirSync(`${folder}/folder.zip`);
  return { folder, names: ['circle.zip', 'gone.ndjson', 'pipe.ndjson', 'folder.zip'] };
}

test.each([
  ['circle.zip', /^ELOOP, /],
  ['gone.ndjson', /^ENOENT, no such file/],
  ['pipe.ndjson', /^a pipe or a device/],
  ['folder.zip', /^EISDIR, /],
])('%s is no export, and why is said', async (name, why) => {
  const { folder } = unreadable();
  const { faults, named } = await checkExport(`${folder}/${name}`);
  expect(faults).toBe(1);
  expect(named).toEqual([{ line: 0, fault: 'unreadable', detail: expect.stringMatching(why) }]);
});

test('a merge sets each aside by name and takes the rest', async () => {
  const { folder, names } = unreadable();
  mkdirSync(`${folder}/out`);
  const aside = new SetAside(`${folder}/out`);
  const files = [...names, 'good.ndjson'].map((name) => `${folder}/${name}`);
  const { sources } = await openSources(files, folder, aside);
  expect(sources.map(({ file }) => file)).toEqual([`${folder}/good.ndjson`]);
  const lines = readFileSync(`${folder}/out/set-aside.ndjson`, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).file)).toEqual(names.map((name) => `${folder}/${name}`));
});

test('one file that is asked for is refused as called wrongly', async () => {
  const { folder, names } = unreadable();
  for (const name of [...names, 'none']) {
    await expect(openFile(`${folder}/${name}`), name).rejects.toMatchObject({
      name: 'CommandFailure',
      exitCode: 2,
      message: expect.stringContaining(`${folder}/${name}`),
    });
  }
});

test('what has another ending is no export, and the endings are named', async () => {
  const folder = folderOf({ 'a.json': ndjson(flag), 'A.NDJSON': ndjson(flag), 'a.zip': 'x' });
  expect(await fileKind(`${folder}/a.json`)).toEqual({
    fault: 'no export',
    detail: 'its name ends in none of .ndjson, .jsonl, .zip',
  });
  expect(await fileKind(`${folder}/A.NDJSON`)).toBe('ndjson');
  expect(await fileKind(`${folder}/a.zip`)).toMatchObject({ fault: 'unreadable archive' });
});
