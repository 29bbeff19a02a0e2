// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { exportPort } from '../../../entrypoints/export/port.ts';
import { DEFAULT_OPTIONS } from '../../../utils/export/options.ts';
import { openHistory } from '../../../utils/history/database.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const FLAGS = Array.from({ length: 6 }, (_, n) =>
  storedFlag({
    flag_id: `0000000${n}-0000-4000-8000-000000000000`,
    document: `${n}`,
    host: `${n}.example`,
  }),
);
const OPTIONS = { ...DEFAULT_OPTIONS, flag_ids: 'new' as const };
const CHOICE = { options: OPTIONS, format: 'ndjson' as const, defanged: false, excluded: [], consent: '' };

/** A browser's private folder and its locks, in memory. */
function privateFolder(): void {
  const files = new Map<string, Blob>();
  const handle = (name: string) => ({
    async createWritable() {
      const parts: BlobPart[] = [];
      return {
        write: async (part: BlobPart) => void parts.push(part),
        close: async () => void files.set(name, new Blob(parts)),
        abort: async () => undefined,
      };
    },
    getFile: async () => files.get(name),
  });
  const folder = {
    getDirectoryHandle: async () => folder,
    getFileHandle: async (name: string) => handle(name),
    keys: async function* () {
      yield* files.keys();
    },
    removeEntry: async (name: string) => void files.delete(name),
  };
  const request = (_name: string, _options: object, held: (lock: object) => unknown) =>
    Promise.resolve(held({}));
  vi.stubGlobal('navigator', {
    storage: { getDirectory: async () => folder },
    locks: { request },
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('two files saved from one page share no pseudonym, and each has that of the rows shown before', async () => {
  fakeBrowser.reset();
  privateFolder();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ ok: [] } as never);
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.push(file as Blob);
    return 'blob:';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  const database = await openHistory();
  for (const flag of FLAGS) await database.put('flags', flag);

  const port = exportPort(null);
  const pseudonyms: string[][] = [];
  for (let n = 0; n < 2; n++) {
    const shown = await port.preview(OPTIONS, 10);
    await port.run(CHOICE, () => undefined, new AbortController().signal);
    const lines = (await saved[n]!.text()).trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line));
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
      new Set(shown.map(({ row }) => JSON.stringify(row))),
    );
    pseudonyms.push(rows.flatMap(({ flag_id, session_pseudonym }) => [flag_id, session_pseudonym]));
  }
  expect(pseudonyms[1]!.filter((one) => pseudonyms[0]!.includes(one))).toEqual([]);
  for (const { flag_id } of FLAGS) await database.delete('flags', flag_id);
  database.close();
});
