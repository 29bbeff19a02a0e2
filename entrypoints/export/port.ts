import browser from 'webextension-polyfill';
import type { ExportChoice, ExportPort } from '../../components/export/port.ts';
import type { ExportBundle } from '../../utils/export/bundle.ts';
import { type ExportedFile, exportToFile, sweepExports } from '../../utils/export/export-file.ts';
import { FILE_TYPES, type Format, writerOf } from '../../utils/export/formats.ts';
import { historySource } from '../../utils/export/history-source.ts';
import { importIntoHistory } from '../../utils/export/import-history.ts';
import { openExport } from '../../utils/export/open-export.ts';
import type { ExportOptions } from '../../utils/export/options.ts';
import { originFolder } from '../../utils/export/origin-folder.ts';
import {
  type ExportRequest,
  type ExportSource,
  prepareExport,
  previewRows,
} from '../../utils/export/prepare.ts';
import { openHistory } from '../../utils/history/database.ts';
import { readerOf } from '../../utils/history/flag-reader.ts';
import type { FlagQuery } from '../../utils/history/index/find.ts';
import { keepOpen } from '../../utils/history/keep-open.ts';
import { matchingIds } from '../../utils/history/query.ts';
import { DETECTOR_VERSION } from '../../utils/verdict/version.ts';
import { saveFile } from '../surface/save.ts';
import { send } from '../surface/send.ts';

const SALT_BYTES = 32;
const CONFIRMED_BY_NOBODY: ReadonlySet<string> = new Set();

/** The export page's way to history and file system. One salt a page: the preview's rows are the export's. */
export function exportPort(filter: FlagQuery | null): ExportPort {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const history = keepOpen(openHistory);
  const reader = readerOf(history);
  const folder = originFolder().then(async (opened) => {
    await sweepExports(opened);
    return opened;
  });
  let saved: { file: ExportedFile; name: string } | null = null;

  const source = async (): Promise<ExportSource> =>
    historySource(
      await history(),
      filter === null ? null : await matchingIds(await reader(), filter),
      (ids) => send('exchangeRecords', { ids }),
    );

  return {
    async count() {
      if (filter === null) return (await history()).count('flags');
      return (await matchingIds(await reader(), filter)).length;
    },
    async preview(options, limit) {
      const rows = await previewRows(await source(), requestOf(options, salt, filter), limit);
      return rows.map(({ stored_id, row }) => ({ storedId: stored_id, row }));
    },
    async run(choice, onProgress, signal) {
      await saved?.file.discard();
      saved = null;
      const bundle = prepareExport(await source(), chosenRequest(choice, salt, filter));
      const write = await writerOf(choice.format, {
        defanged: choice.defanged,
        confirmed: CONFIRMED_BY_NOBODY,
      });
      const run = { id: crypto.randomUUID(), signal, onProgress };
      const file = await exportToFile(await folder, bundle, write, run);
      saved = { file, name: fileName(choice.format) };
      save(saved, choice.format);
      return { flags: file.flags, bytes: file.bytes, name: saved.name, unreadable: await unreadable(bundle) };
    },
    saveAgain() {
      if (saved) saveFile(saved.name, saved.file.content);
    },
    importFile: async (file) => importIntoHistory(await history(), await openExport(file)),
  };
}

function requestOf(options: ExportOptions, salt: Uint8Array, filter: FlagQuery | null): ExportRequest {
  const days = filter?.from && filter.to ? { from: filter.from, to: filter.to } : null;
  return {
    options,
    salt,
    days,
    extension_version: browser.runtime.getManifest().version,
    detector_version: DETECTOR_VERSION,
    consent: null,
    wanted: () => true,
    tzOffsetMinutes: -new Date().getTimezoneOffset(),
  };
}

function chosenRequest(choice: ExportChoice, salt: Uint8Array, filter: FlagQuery | null): ExportRequest {
  const excluded = new Set(choice.excluded);
  return {
    ...requestOf(choice.options, salt, filter),
    consent: choice.consent,
    wanted: (flag) => !excluded.has(flag.flag_id),
  };
}

async function unreadable(bundle: ExportBundle): Promise<number> {
  return (await bundle.beside()).unreadable;
}

/** Without the day: the name goes where the file goes. */
function fileName(format: Format): string {
  return `ensign-export.${FILE_TYPES[format].extension}`;
}

function save({ file, name }: { file: ExportedFile; name: string }, format: Format): void {
  saveFile(name, file.content.slice(0, file.content.size, FILE_TYPES[format].mediaType));
}
