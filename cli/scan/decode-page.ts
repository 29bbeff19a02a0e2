import { isAscii, isUtf8 } from 'node:buffer';
import { declaredEncoding } from './declared-encoding.ts';

/** A stored page that cannot be read. */
export class PageFileError extends Error {
  override readonly name = 'PageFileError';
}

/**
 * The text of a stored page: by its byte order mark; as UTF-8 where it is that, whatever it declares, because stored
 * pages are often converted and text in GBK or Big5 is hardly ever UTF-8 too; else as it declares, UTF-8 by default.
 * @throws PageFileError where the bytes are none of that encoding, or hold NUL
 */
export function decodePage(page: Uint8Array): string {
  const encoding = markedEncoding(page) ?? unmistakable(page) ?? declaredEncoding(page) ?? 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(page);
  } catch (cause) {
    throw new PageFileError(`the page is not valid in ${encoding}`, { cause });
  }
  if (text.includes('\0')) throw new PageFileError('the page holds NUL bytes');
  return text;
}

function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

function unmistakable(page: Uint8Array): string | null {
  return isUtf8(page) && !isAscii(page) ? 'utf-8' : null;
}
