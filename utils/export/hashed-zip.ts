import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Zip } from 'fflate';
import { NativeDeflate } from './native-deflate.ts';

/** An archive cannot hold it: the ZIP format written here ends at 4 GiB, within and in all. */
export class ArchiveTooLargeError extends Error {
  override readonly name = 'ArchiveTooLargeError';
}

export interface ArchivedFile {
  path: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

const LIMIT = 2 ** 32 - 1;

/** A zip written as a stream, hashing each file on its way. */
export class HashedZip {
  readonly files: ArchivedFile[] = [];
  readonly #pending: Uint8Array[] = [];
  readonly #zip: Zip;
  #failed: Error | null = null;
  #written = 0;

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      // Compressed bytes come outside of any caller's stack: the fault is thrown when they are asked for.
      if (error) this.#failed ??= error;
      this.#pending.push(chunk);
      this.#written += chunk.length;
      if (this.#written > LIMIT) this.#failed ??= new ArchiveTooLargeError('the archive grows beyond 4 GiB');
    });
  }

  /**
   * Adds one file, giving the archive's bytes as they come.
   * @throws {ArchiveTooLargeError} when file or archive pass 4 GiB.
   */
  async *file(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const hash = sha256.create();
    let bytes = 0;
    const entry = new NativeDeflate(path);
    entry.mtime = earliest();
    this.#zip.add(entry);
    let ended = false;
    try {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > LIMIT) throw new ArchiveTooLargeError(`${path} grows beyond 4 GiB`);
        entry.push(chunk);
        hash.update(chunk);
        await entry.taken;
        yield* this.#drain();
      }
      entry.push(new Uint8Array(0), true);
      await entry.done;
      ended = true;
    } finally {
      if (!ended) await entry.abort();
    }
    yield* this.#drain();
    this.files.push({ path, bytes, sha256: bytesToHex(hash.digest()) });
  }

  /** Ends the archive: before this no program takes it for complete. */
  *end(): Generator<Uint8Array> {
    this.#zip.end();
    yield* this.#drain();
  }

  *#drain(): Generator<Uint8Array> {
    if (this.#failed) throw this.#failed;
    yield* this.#pending.splice(0);
  }
}

/** The first time a zip can hold, in whatever zone: the archive tells nothing of when it was made. */
function earliest(): Date {
  return new Date(1980, 0, 1, 0, 0, 0);
}
