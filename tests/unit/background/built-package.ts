import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildBundledList } from '../../../cli/list/bundled.ts';
import { buildBundledTables } from '../../../cli/lookalike/build-tables.ts';

/**
 * What a build puts into the package, made before a file's tests and removed after them.
 * @returns what lets the worker fetch it until the test ends
 */
export function builtPackage(): () => void {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ensign-built-'));
    await buildBundledList(join(folder, 'list/bundled.bin'));
    buildBundledTables(join(folder, 'lookalike/tables.bin'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return () => {
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('');
    vi.stubGlobal('fetch', async (path: string) => {
      const { pathname } = new URL(path, 'http://x');
      // The words are no matter of the worker's decisions.
      return new Response(pathname.startsWith('/_locales/') ? '{}' : await readFile(join(folder, pathname)));
    });
  };
}
