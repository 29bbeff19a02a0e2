import type { Driver } from '../harness/driver.ts';

const DATABASE = 'ensign-list';

/** As a browser that is short of room does. */
export function deleteDatabase(driver: Driver): Promise<void> {
  return driver.inExtension(
    (name) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => done();
        request.onerror = () => fail(request.error);
      }),
    DATABASE,
  );
}

/** Puts a value in the place of what the store knows of itself. */
export function putState(driver: Driver, state: object): Promise<void> {
  return driver.inExtension(
    (name, value) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open(name);
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('state', 'readwrite');
          transaction.objectStore('state').put(value, 'state');
          transaction.oncomplete = () => {
            request.result.close();
            done();
          };
        };
      }),
    DATABASE,
    state,
  );
}

/** Leaves other bytes in the place of every stored list. */
export function breakSnapshot(driver: Driver): Promise<void> {
  return driver.inExtension(
    (name) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open(name);
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('lists', 'readwrite');
          const lists = transaction.objectStore('lists');
          const all = lists.getAll();
          all.onsuccess = () => {
            for (const list of all.result) lists.put({ ...list, snapshot: new Blob(['broken']) });
          };
          transaction.oncomplete = () => {
            request.result.close();
            done();
          };
        };
      }),
    DATABASE,
  );
}

/** As a later Ensign leaves the store. */
export function upgradeDatabase(driver: Driver, version: number): Promise<void> {
  return driver.inExtension(
    (name, to) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open(name, to);
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          request.result.close();
          done();
        };
      }),
    DATABASE,
    version,
  );
}

/** How many lists are stored. */
export function storedLists(driver: Driver): Promise<number> {
  return driver.inExtension(
    (name) =>
      new Promise<number>((done, fail) => {
        const request = indexedDB.open(name);
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const count = request.result.transaction('lists').objectStore('lists').count();
          count.onsuccess = () => {
            request.result.close();
            done(count.result);
          };
        };
      }),
    DATABASE,
  );
}

/** Leaves files where the options page leaves those that somebody chose. */
export function leaveFiles(driver: Driver, files: number[][]): Promise<void> {
  return driver.inExtension(
    (name, given) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open(name);
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('inbox', 'readwrite');
          const blobs = given.map((bytes) => new Blob([Uint8Array.from(bytes)]));
          transaction.objectStore('inbox').put(blobs, 'files');
          transaction.oncomplete = () => {
            request.result.close();
            done();
          };
        };
      }),
    DATABASE,
    files,
  );
}
