import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { buildBundledList } from '../../../cli/list/bundled.ts';
import { buildBundledTables } from '../../../cli/lookalike/build-tables.ts';

/** What a build puts into the package, for the worker to fetch. */
export interface BuiltPackage {
  /** Answers the worker's requests until the test ends. */
  serve(): void;
  remove(): Promise<void>;
}

export async function buildPackage(): Promise<BuiltPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'ensign-built-'));
  await buildBundledList(join(folder, 'list/bundled.bin'));
  buildBundledTables(join(folder, 'lookalike/tables.bin'));
  return {
    serve: () =>
      void vi.stubGlobal(
        'fetch',
        async (path: string) =>
          new Response(await readFile(join(folder, new URL(path, 'http://x').pathname))),
      ),
    remove: () => rm(folder, { recursive: true }),
  };
}
