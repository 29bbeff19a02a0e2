import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { BlobReader, configure, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { ImportError } from './import-error.ts';

/** Files of an archive that may unpack to more are refused unread. */
const MAX_FILE = 8 * 2 ** 30;
const MAX_ENTRIES = 64;

/** The files of a zip, each read as a stream. */
export interface ZipFiles {
  /** Unpacked size in bytes; null where there is no such file. */
  sizeOf(path: string): number | null;
  stream(path: string): ReadableStream<Uint8Array>;
  /** Hexadecimal. */
  sha256(path: string): Promise<string>;
}

/**
 * Reads an archive's directory.
 * @throws {ImportError} for what is no zip, is cut off, holds a name twice, or would unpack beyond all measure.
 */
export async function openZip(file: Blob): Promise<ZipFiles> {
  configure({ useWebWorkers: false, useCompressionStream: true });
  const entries = new Map<string, FileEntry>();
  try {
    for await (const entry of new ZipReader(new BlobReader(file)).getEntriesGenerator()) {
      if (entry.directory) continue;
      if (entries.has(entry.filename)) throw new ImportError('unreadable archive', `${entry.filename} twice`);
      if (entry.uncompressedSize > MAX_FILE || entries.size >= MAX_ENTRIES)
        throw new ImportError('too large');
      entries.set(entry.filename, entry);
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('unreadable archive', '', { cause: error });
  }
  const stream = (path: string) => streamOf(entries.get(path));
  return {
    sizeOf: (path) => entries.get(path)?.uncompressedSize ?? null,
    stream,
    sha256: async (path) => hashOf(stream(path)),
  };
}

function streamOf(entry: FileEntry | undefined): ReadableStream<Uint8Array> {
  if (!entry) throw new ImportError('file missing');
  let given = 0;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      given += chunk.length;
      if (given > entry.uncompressedSize) throw new ImportError('unreadable archive', entry.filename);
      controller.enqueue(chunk);
    },
  });
  entry.getData(writable, { checkSignature: true }).catch((error: unknown) => {
    const cause = new ImportError('unreadable archive', entry.filename, { cause: error });
    return writable.abort(cause).catch(() => cause);
  });
  return readable;
}

async function hashOf(bytes: ReadableStream<Uint8Array>): Promise<string> {
  const hash = sha256.create();
  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return bytesToHex(hash.digest());
      hash.update(value);
    }
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError('unreadable archive', '', { cause: error });
  }
}
