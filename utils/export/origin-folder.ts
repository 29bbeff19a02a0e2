import type { ExportFolder, ExportSink } from './export-file.ts';

const FOLDER = 'exports';

/**
 * The extension's own corner of the origin private file system. A browser keeps what is written in a swap
 * file until it is closed, so a killed page leaves an empty file.
 */
export async function originFolder(): Promise<ExportFolder> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  return {
    create: async (name) => sinkOf(await folder.getFileHandle(name, { create: true })),
    async names() {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    },
    remove: (name) => removeIfThere(folder, name),
    claim,
  };
}

async function sinkOf(handle: FileSystemFileHandle): Promise<ExportSink> {
  const writable = await handle.createWritable();
  return {
    write: (bytes) => writable.write(bytes as Uint8Array<ArrayBuffer>),
    async close() {
      await writable.close();
      return handle.getFile();
    },
    abort: () => writable.abort(),
  };
}

async function removeIfThere(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}

/** A web lock: the browser lets go of it when the page ends, however it ends. */
function claim(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(`export ${name}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(null);
        return;
      }
      return new Promise<void>((release) => resolve(() => release()));
    });
    held.catch(reject);
  });
}
