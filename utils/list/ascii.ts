const latin = new TextDecoder('latin1');

/** A text of one byte a character: names, ids and magics, which are ASCII. */
export function asciiText(bytes: Uint8Array): string {
  return latin.decode(bytes);
}

export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
