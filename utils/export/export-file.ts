import type { ExportBundle, Writer } from './bundle.ts';

/** A place for files being written, on the device and out of the user's sight. */
export interface ExportFolder {
  /** Begins a file; nothing of it can be read before it is closed. */
  create(name: string): Promise<ExportSink>;
  names(): Promise<string[]>;
  remove(name: string): Promise<void>;
  /** Claims a name until the returned function is called or the page ends; null where another page holds it. */
  claim(name: string): Promise<(() => void) | null>;
}

export interface ExportSink {
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the file and gives it. */
  close(): Promise<Blob>;
  /** Gives the file up. */
  abort(): Promise<void>;
}

export interface ExportProgress {
  flags: number;
  bytes: number;
}

/** A finished export. */
export interface ExportedFile extends ExportProgress {
  content: Blob;
  /** Removes the file from the device; until then, or the page's end, it can be saved. */
  discard(): Promise<void>;
}

/** The export was cancelled; nothing of it is left. */
export class ExportCancelledError extends Error {
  override readonly name = 'ExportCancelledError';
}

/** Ends the name of a file that is being written or waits to be saved; what bears it at start a killed page left. */
const UNFINISHED = '.part';
/** Chromium writes beside the file, and after a kill leaves what it wrote. */
const SWAP = '.crswap';

interface Run {
  /** Unique among files being written. */
  id: string;
  signal: AbortSignal;
  onProgress(progress: ExportProgress): void;
}

/**
 * Writes an export to a file on the device, chunk by chunk, so that its size does not fill the memory.
 * @throws {ExportCancelledError} when the signal aborts; whatever source, writer or folder throw. The file is
 * removed in either case.
 */
export async function exportToFile(
  folder: ExportFolder,
  bundle: ExportBundle,
  write: Writer,
  run: Run,
): Promise<ExportedFile> {
  const name = `${run.id}${UNFINISHED}`;
  const release = await folder.claim(name);
  if (!release) throw new Error(`${name} is being written already`);
  const progress: ExportProgress = { flags: 0, bytes: 0 };
  const discard = async () => {
    await folder.remove(name);
    release();
  };
  try {
    const sink = await folder.create(name);
    try {
      const counted = { ...bundle, flags: counting(bundle.flags, progress) };
      for await (const chunk of write(counted)) {
        if (run.signal.aborted) throw new ExportCancelledError('cancelled');
        await sink.write(chunk);
        progress.bytes += chunk.length;
        run.onProgress({ ...progress });
      }
      if (run.signal.aborted) throw new ExportCancelledError('cancelled');
    } catch (error) {
      await sink.abort();
      throw error;
    }
    return { ...progress, content: await sink.close(), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** Removes what exports left that were killed; those that another page still writes or offers stay. */
export async function sweepExports(folder: ExportFolder): Promise<string[]> {
  const removed: string[] = [];
  // A file and its swap file are one export's: its lock is let go of some time after it is released.
  for (const [written, names] of Map.groupBy(await folder.names(), writtenName)) {
    if (!written.endsWith(UNFINISHED)) continue;
    const release = await folder.claim(written);
    if (!release) continue;
    for (const name of names) await folder.remove(name);
    removed.push(...names);
    release();
  }
  return removed;
}

function writtenName(name: string): string {
  return name.endsWith(SWAP) ? name.slice(0, -SWAP.length) : name;
}

async function* counting<Row>(rows: AsyncIterable<Row>, progress: ExportProgress): AsyncGenerator<Row> {
  for await (const row of rows) {
    progress.flags += 1;
    yield row;
  }
}
