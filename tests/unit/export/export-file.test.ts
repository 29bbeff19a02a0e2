import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  ExportCancelledError,
  type ExportFolder,
  type ExportProgress,
  exportToFile,
  sweepExports,
} from '../../../utils/export/export-file.ts';
import { historySource } from '../../../utils/export/history-source.ts';
import { writeNdjson } from '../../../utils/export/ndjson.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { openHistory } from '../../../utils/history/database.ts';
import { exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

/** A folder in memory: closed files by name, names being written, names claimed. */
class MemoryFolder implements ExportFolder {
  readonly files = new Map<string, Blob | null>();
  readonly claimed = new Set<string>();
  full = Number.POSITIVE_INFINITY;

  async create(name: string) {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    this.files.set(name, null);
    return {
      write: async (bytes: Uint8Array) => {
        parts.push(new Uint8Array(bytes));
        if (parts.length > this.full) throw new DOMException('full', 'QuotaExceededError');
      },
      close: async () => {
        const content = new Blob(parts);
        this.files.set(name, content);
        return content;
      },
      abort: async () => void parts.splice(0),
    };
  }
  async names() {
    return [...this.files.keys()];
  }
  async remove(name: string) {
    this.files.delete(name);
  }
  async claim(name: string) {
    if (this.claimed.has(name)) return null;
    this.claimed.add(name);
    return () => void this.claimed.delete(name);
  }
}

const id = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
const flags = Array.from({ length: 900 }, (_, n) => storedFlag({ flag_id: id(n), document: `${n}` }));
const bundle = () => prepareExport(memorySource({ flags }), exportRequest());

function start(folder: MemoryFolder, onProgress: (progress: ExportProgress) => void = () => undefined) {
  const controller = new AbortController();
  const run = { id: 'one', signal: controller.signal, onProgress };
  return { controller, done: exportToFile(folder, bundle(), writeNdjson, run) };
}

describe('an export', () => {
  it('is written in chunks and counted', async () => {
    const folder = new MemoryFolder();
    const seen: ExportProgress[] = [];
    const file = await start(folder, (progress) => seen.push(progress)).done;
    expect((await file.content.text()).trimEnd().split('\n')).toHaveLength(900);
    expect(file).toMatchObject({ flags: 900, bytes: file.content.size });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toEqual({ flags: 900, bytes: file.bytes });
    expect(await sweepExports(folder)).toEqual([]);
    await file.discard();
    expect(await folder.names()).toEqual([]);
  });

  it('that is cancelled leaves nothing', async () => {
    const folder = new MemoryFolder();
    const { controller, done } = start(folder, () => controller.abort());
    await expect(done).rejects.toThrow(ExportCancelledError);
    expect([...folder.files, ...folder.claimed]).toEqual([]);
  });

  it('for which there is no room leaves nothing', async () => {
    const folder = new MemoryFolder();
    folder.full = 2;
    await expect(start(folder).done).rejects.toThrow('full');
    expect([...folder.files, ...folder.claimed]).toEqual([]);
  });
});

describe('the sweep', () => {
  it('removes what killed pages left, and nothing of pages alive', async () => {
    const folder = new MemoryFolder();
    folder.files.set('killed.part', null);
    folder.files.set('killed.part.crswap', null);
    folder.files.set('alive.part.crswap', null);
    folder.files.set('alive.part', null);
    folder.files.set('other', null);
    folder.claimed.add('alive.part');
    expect(await sweepExports(folder)).toEqual(['killed.part', 'killed.part.crswap']);
    expect(await folder.names()).toEqual(['alive.part.crswap', 'alive.part', 'other']);
  });
});

it.each([
  ['all of them by id, batch after batch', null, 'kept', 2500],
  ['all of them by new ids', null, 'new', 2500],
  ['those that are chosen, without one that is gone', [id(9), id(8), id(7), id(2501)], 'kept', 3],
  ['those that are chosen, by new ids', [id(9), id(8), id(7), id(2501)], 'new', 3],
] as const)('the history gives its flags: %s', async (name, chosen, flag_ids, count) => {
  const database = await openHistory(`export-source ${name}`);
  const many = Array.from({ length: 2500 }, (_, n) =>
    storedFlag({ flag_id: id(2500 - n), document: `${n}` }),
  );
  const write = database.transaction('flags', 'readwrite');
  await Promise.all(many.map((flag) => write.store.add(flag)));
  await write.done;
  const source = historySource(database, chosen, async () => []);
  const ids: string[] = [];
  for await (const flag of prepareExport(source, exportRequest({ flag_ids })).flags) ids.push(flag.flag_id);
  expect(ids).toHaveLength(count);
  expect(ids).toEqual([...ids].sort());
  database.close();
});
