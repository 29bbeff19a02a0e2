/** Compressed bytes that are none, or unpack to more than they may. */
export class GunzipError extends Error {
  override readonly name = 'GunzipError';
}

/**
 * Decompresses gzip, giving up as soon as more than `maxBytes` came out.
 * @throws {GunzipError}
 */
export async function gunzipBounded(
  compressed: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      length += step.value.length;
      if (length > maxBytes) throw new GunzipError(`more than ${maxBytes} bytes`);
      chunks.push(step.value);
    }
  } catch (error) {
    if (error instanceof GunzipError) {
      void reader.cancel().catch(() => null);
      throw error;
    }
    throw new GunzipError('not gzip, or cut short', { cause: error });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
