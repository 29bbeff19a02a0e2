import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { readFlag } from '../../utils/export/read-flag.ts';

/** What a file is by its first bytes, its last one, and its name. */
export type FileKind =
  | 'data-package'
  | 'ndjson'
  /** Its first line is no flag, or its last one has no end. */
  | 'doubtful ndjson'
  /** By age (age-encryption.org), binary or as text. */
  | 'encrypted'
  | 'no export'
  | 'unreadable archive';

const FIRST_BYTES = 64 * 1024;
const AGE = /^(?:age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/;
const LINE_FEED = 0x0a;

/**
 * Looks at a file without reading it through.
 * 'a.zip' that does not begin as a zip => 'unreadable archive'; 'notes.pdf' => 'no export';
 * 'cut.ndjson' that ends within a line => 'doubtful ndjson'; an empty 'a.ndjson' => 'ndjson', of no flags.
 */
export async function fileKind(path: string): Promise<FileKind> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(FIRST_BYTES), 0, FIRST_BYTES, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.toString('latin1', 0, 2) === 'PK') return 'data-package';
    if (AGE.test(start.toString('latin1', 0, 64)) || extname(path) === '.age') return 'encrypted';
    if (extname(path) === '.zip') return 'unreadable archive';
    if (!/^\.(?:ndjson|jsonl)$/.test(extname(path))) return 'no export';
    if (size === 0) return 'ndjson';
    const last = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return last.buffer[0] === LINE_FEED && beginsWithFlag(start) ? 'ndjson' : 'doubtful ndjson';
  } finally {
    await handle.close();
  }
}

function beginsWithFlag(start: Buffer): boolean {
  const end = start.indexOf(LINE_FEED);
  return end > 0 && 'flag' in readFlag({ number: 1, text: start.toString('utf8', 0, end), ended: true });
}
