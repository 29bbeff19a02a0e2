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
import { localDay } from '../../utils/history/local-day.ts';
import { EXPORTS_KEY } from '../../utils/settings/stored-keys.ts';
import { readEnrolment } from '../../utils/study/enrolment-store.ts';
import { DETECTOR_VERSION } from '../detector/version.ts';
import { saveFile } from '../surface/save.ts';
import { importExport } from './import.ts';
import { limitsOf } from './limits.ts';
import { chosenFlags, countChosen } from './source.ts';
import { exportStudy, studyRequest } from './study.ts';

const SALT_BYTES = 32;
const CONFIRMED_BY_NOBODY: ReadonlySet<string> = new Set();

/**
 * The export page's way to history and file system. One salt a file: the preview's rows are the next file's, and no
 * two files bear the same pseudonyms.
 */
export function exportPort(selection: FlagSelection | null): ExportPort {
  let salt = newSalt();
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
      await browser.storage.local.set({ [EXPORTS_KEY]: true });
      const file = await exportToFile(await folder, bundle, write, run);
      salt = newSalt();
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

function newSalt(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES));
}

type Request = ExportRequest & { keys: string[] };

function requestOf(
  choice: ExportChoice | null,
  selection: FlagSelection | null,
): Omit<ExportRequest, 'options' | 'salt' | 'answers'> {
  const now = new Date();
  const tzOffsetMinutes = -now.getTimezoneOffset();
  const today = localDay({ observed_at: now.toISOString(), tz_offset_min: tzOffsetMinutes });
  const excluded = new Set(choice?.excluded);
  return {
    days: limitsOf(selection, today),
    extension_version: browser.runtime.getManifest().version,
    detector_version: DETECTOR_VERSION,
    consent: choice?.consent ?? null,
    wanted: (flag) => !excluded.has(flag.flag_id),
    tzOffsetMinutes,
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
