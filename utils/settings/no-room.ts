/** What a database with nothing in it takes, bytes, and some more. */
const ROOM = 256 * 1024;

/** Whether a write failed because the device, or what the browser grants of it, is full. */
export async function isForWantOfRoom(error: unknown): Promise<boolean> {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  // Firefox's storage.local says it in the message alone, or of no room says only that something went wrong.
  return name === 'QuotaExceededError' || /quota/i.test(String(error)) || isFull();
}

async function isFull(): Promise<boolean> {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } =
    (await navigator.storage?.estimate().catch(() => null)) ?? {};
  return quota - usage < ROOM;
}
