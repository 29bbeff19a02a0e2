import { type FileHandle, open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { HOW_TO_DECRYPT } from '../../utils/export/open-export.ts';
import { readFlag } from '../../utils/export/read-flag.ts';
import { faultWords, isSystemError } from '../system-fault.ts';

/** What a file is by its first bytes, its last one, and its name. */
export type FileKind =
  | 'data-package'
  | 'ndjson'
  /** Its first line is no flag, or its last one has no end. */
  | 'doubtful ndjson'
  | NoExport;

/** Why a file is not read as an export. */
export interface NoExport {
  fault: 'encrypted' | 'no export' | 'unreadable archive' | 'unreadable';
  detail: string;
}

const ENCRYPTED: NoExport = { fault: 'encrypted', detail: HOW_TO_DECRYPT };
const OTHER: NoExport = { fault: 'no export', detail: 'its name ends in none of .ndjson, .jsonl, .zip' };
const NO_ZIP: NoExport = { fault: 'unreadable archive', detail: 'it does not begin as a zip' };
const NO_FILE: NoExport = { fault: 'unreadable', detail: 'a pipe or a device: write it to a file first' };

const FIRST_BYTES = 64 * 1024;
/** By age (age-encryption.org), binary or as text. */
const AGE = /^(?:age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/;
const LINE_FEED = 0x0a;

/**
 * Looks at a file without reading it through.
 * 'a.zip' that does not begin as a zip => 'unreadable archive'; 'notes.pdf' => 'no export'; one without permission =>
 * 'unreadable'; 'cut.ndjson' that ends within a line => 'doubtful ndjson'; an empty 'a.ndjson' => 'ndjson', of no flags.
 */
export async function fileKind(path: string): Promise<FileKind> {
  try {
    const found = await stat(path);
    // A pipe that nobody writes to is opened without end. A folder that cannot be listed says so when it is opened.
    if (!found.isFile() && !found.isDirectory()) return NO_FILE;
    const handle = await open(path);
    try {
      return await kindOf(handle, found.size, extname(path).toLowerCase());
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { fault: 'unreadable', detail: faultWords(error) };
  }
}

async function kindOf(handle: FileHandle, size: number, ending: string): Promise<FileKind> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(FIRST_BYTES), 0, FIRST_BYTES, 0);
  const start = buffer.subarray(0, bytesRead);
  if (start.toString('latin1', 0, 2) === 'PK') return 'data-package';
  if (AGE.test(start.toString('latin1', 0, 64)) || ending === '.age') return ENCRYPTED;
  if (ending === '.zip') return NO_ZIP;
  if (ending !== '.ndjson' && ending !== '.jsonl') return OTHER;
  if (size === 0) return 'ndjson';
  const last = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return last.buffer[0] === LINE_FEED && beginsWithFlag(start) ? 'ndjson' : 'doubtful ndjson';
}

function beginsWithFlag(start: Buffer): boolean {
  const end = start.indexOf(LINE_FEED);
  return end > 0 && 'flag' in readFlag({ number: 1, text: start.toString('utf8', 0, end), ended: true });
}
