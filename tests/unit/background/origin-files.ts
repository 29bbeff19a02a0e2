/**
 * What `navigator` says of an origin that has these exports in its private file system.
 * @param names taken from as files are removed
 * @param held those that an open page writes or offers
 */
export function originFiles(names: Set<string>, held: readonly string[] = []) {
  const exports = {
    keys: async function* () {
      yield* [...names];
    },
    removeEntry: async (name: string) => void names.delete(name),
  };
  return {
    storage: { getDirectory: async () => ({ getDirectoryHandle: async () => exports }) },
    locks: {
      request: async (lock: string, ...rest: unknown[]) =>
        (rest.at(-1) as (lock: object | null) => unknown)(
          held.some((name) => lock === `export ${name}`) ? null : {},
        ),
    },
  };
}
