import type { Writer } from './bundle.ts';

/** The first line of every file encrypted by age, in clear (age-encryption.org/v1). */
const AGE_HEADER = 'age-encryption.org/v1\n';

export const ENCRYPTED = { extension: '.age', mediaType: 'application/octet-stream' } as const;

/** A key is none of age's. */
export class EncryptionKeyError extends Error {
  override readonly name = 'EncryptionKeyError';
}

/** Checks public keys, their checksum included. @throws {EncryptionKeyError} naming the first that is none. */
export async function checkKeys(keys: string[]): Promise<void> {
  await encrypterFor(keys);
}

/**
 * Encrypts what a writer writes to one or more public keys, 64 KiB at a time, in the format of the `age` program.
 * @throws {EncryptionKeyError} for what is no key.
 */
export function encryptedWriter(write: Writer, keys: string[]): Writer {
  return async function* (bundle) {
    const encrypter = await encrypterFor(keys);
    yield* chunksOf(await encrypter.encrypt(streamOf(write(bundle))));
  };
}

/** Whether a file's first bytes are those of an encrypted one. */
export function isEncrypted(start: Uint8Array): boolean {
  return new TextDecoder().decode(start.subarray(0, AGE_HEADER.length)) === AGE_HEADER;
}

/** How many bytes `isEncrypted` looks at. */
export const ENCRYPTED_START = AGE_HEADER.length;

async function encrypterFor(keys: string[]) {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const key of keys) {
    try {
      encrypter.addRecipient(key);
    } catch (error) {
      throw new EncryptionKeyError(`not a key of age: ${key}`, { cause: error });
    }
  }
  return encrypter;
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
