import browser from 'webextension-polyfill';
import type { ExportChoice, ExportPort } from '../../components/export/port.ts';
import type { FlagSelection } from '../../components/models/flag.ts';
import { ENCRYPTED, encryptedWriter } from '../../utils/export/encrypt.ts';
import { type ExportedFile, exportToFile, sweepExports } from '../../utils/export/export-file.ts';
import { FILE_TYPES, type Format, writerOf } from '../../utils/export/formats.ts';
import type { ExportOptions } from '../../utils/export/options.ts';
import { originFolder } from '../../utils/export/origin-folder.ts';
import { type ExportRequest, prepareExport, previewRows } from '../../utils/export/prepare.ts';
import { openHistory } from '../../utils/history/database.ts';
import { readerOf } from '../../utils/history/flag-reader.ts';
import { keepOpen } from '../../utils/history/keep-open.ts';
import { readEnrolment } from '../../utils/study/enrolment-store.ts';
import { DETECTOR_VERSION } from '../detector/version.ts';
import { saveFile } from '../surface/save.ts';
import { importExport } from './import.ts';
import { chosenFlags, countChosen } from './source.ts';
import { exportStudy, studyRequest } from './study.ts';

const SALT_BYTES = 32;
const CONFIRMED_BY_NOBODY: ReadonlySet<string> = new Set();

/** The export page's way to history and file system. One salt a page: the preview's rows are the export's. */
export function exportPort(selection: FlagSelection | null): ExportPort {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const history = keepOpen(openHistory);
  const reader = readerOf(history);
  const folder = originFolder().then(async (opened) => {
    await sweepExports(opened);
    return opened;
  });
  let saved: Saved | null = null;

  const request = async (options: ExportOptions, choice: ExportChoice | null): Promise<Request> => {
    const { keys, ...study } = studyRequest(await readEnrolment(), options, salt);
    return { ...requestOf(choice, selection), ...study, keys };
  };

  return {
    async study() {
      const enrolment = await readEnrolment();
      return enrolment && exportStudy(enrolment);
    },
    async count(options) {
      const { since } = await request(options, null);
      return countChosen({ history, reader }, selection, since);
    },
    async preview(options, limit) {
      const asked = await request(options, null);
      const source = await chosenFlags({ history, reader }, selection, asked.since);
      const rows = await previewRows(source, asked, limit);
      return rows.map(({ stored_id, row }) => ({ storedId: stored_id, row }));
    },
    async run(choice, onProgress, signal) {
      await saved?.file.discard();
      saved = null;
      const { keys, ...asked } = await request(choice.options, choice);
      const bundle = prepareExport(await chosenFlags({ history, reader }, selection, asked.since), asked);
      const plain = await writerOf(choice.format, {
        defanged: choice.defanged,
        confirmed: CONFIRMED_BY_NOBODY,
      });
      const write = keys.length === 0 ? plain : encryptedWriter(plain, keys);
      const run = { id: crypto.randomUUID(), signal, onProgress };
      const file = await exportToFile(await folder, bundle, write, run);
      saved = { file, ...nameOf(choice.format, keys.length > 0) };
      save(saved);
      const { unreadable } = await bundle.beside();
      return { flags: file.flags, bytes: file.bytes, name: saved.name, unreadable };
    },
    saveAgain() {
      if (saved) save(saved);
    },
    importFile: async (file) => importExport(await history(), file),
  };
}

type Request = ExportRequest & { keys: string[] };

function requestOf(
  choice: ExportChoice | null,
  selection: FlagSelection | null,
): Omit<ExportRequest, 'options' | 'salt' | 'answers'> {
  const filter = selection !== null && 'filter' in selection ? selection.filter : null;
  const excluded = new Set(choice?.excluded);
  return {
    days: filter?.from && filter.to ? { from: filter.from, to: filter.to } : null,
    extension_version: browser.runtime.getManifest().version,
    detector_version: DETECTOR_VERSION,
    consent: choice?.consent ?? null,
    wanted: (flag) => !excluded.has(flag.flag_id),
    tzOffsetMinutes: -new Date().getTimezoneOffset(),
  };
}

/** Without the day: the name goes where the file goes. */
function nameOf(format: Format, encrypted: boolean): { name: string; mediaType: string } {
  const { extension, mediaType } = FILE_TYPES[format];
  const name = `ensign-export.${extension}`;
  return encrypted
    ? { name: `${name}${ENCRYPTED.extension}`, mediaType: ENCRYPTED.mediaType }
    : { name, mediaType };
}

interface Saved {
  file: ExportedFile;
  name: string;
  mediaType: string;
}

function save({ file, name, mediaType }: Saved): void {
  saveFile(name, file.content.slice(0, file.content.size, mediaType));
}
