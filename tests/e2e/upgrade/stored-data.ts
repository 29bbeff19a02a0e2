/** All that an extension keeps, as it lies: databases with their shape, and storage.local. Plain JSON. */
export interface StoredData {
  databases: StoredDatabase[];
  local: Record<string, unknown>;
}

interface StoredDatabase {
  name: string;
  version: number;
  stores: StoredStore[];
}

interface StoredStore {
  name: string;
  keyPath: string | null;
  indexes: { name: string; keyPath: string; unique: boolean; multiEntry: boolean }[];
  /** With keys where the store has no key path. */
  rows: { key: IDBValidKey; value: unknown }[];
}

interface Api {
  storage: { local: { get(): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
}

/** Reads one database and storage.local. Runs in a page of the extension: it refers to nothing outside itself. */
export async function readStored(name: string): Promise<string> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open(name));
  const stores: StoredStore[] = [];
  for (const storeName of database.objectStoreNames) {
    const store = database.transaction(storeName).objectStore(storeName);
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    const indexes = [...store.indexNames].map((indexName) => {
      const { keyPath, unique, multiEntry } = store.index(indexName);
      return { name: indexName, keyPath: String(keyPath), unique, multiEntry };
    });
    const rows = keys.map((key, at) => ({ key, value: values[at] }));
    stores.push({ name: storeName, keyPath: store.keyPath as string | null, indexes, rows });
  }
  const { version } = database;
  database.close();
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const local = await (browser ?? chrome).storage.local.get();
  const data: StoredData = { databases: [{ name, version, stores }], local };
  return JSON.stringify(data);
}

/**
 * Lays a database as it was, of its version and shape, in place of what is there. Runs in a page of the extension
 * or under a fake database: it refers to nothing outside itself.
 */
export function layDatabase({ name, version, stores }: StoredDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    // Both are queued at once: whoever opens the database in the meantime comes after them.
    indexedDB.deleteDatabase(name);
    const opening = indexedDB.open(name, version);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      for (const { name: storeName, keyPath, indexes, rows } of stores) {
        const store = opening.result.createObjectStore(storeName, keyPath === null ? {} : { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
        for (const { key, value } of rows) keyPath === null ? store.put(value, key) : store.put(value);
      }
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

/** Puts storage.local back as it was. Runs in a page of the extension. */
export async function layLocal(local: Record<string, unknown>): Promise<void> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  await (browser ?? chrome).storage.local.set(local);
}
