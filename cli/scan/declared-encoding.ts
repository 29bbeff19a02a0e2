/** As many bytes of a page as may declare its encoding. */
const DECLARING_BYTES = 1024;

const MARKUP = /<(?:!--|\/?([a-z][^\s/>]*)|[!/?])/gi;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)?))?/y;
const CHARSET = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"'][^\s;]*))/i;

/**
 * The encoding that a page's first kilobyte declares; null where it declares none that is known.
 * '<meta charset=GB2312>' => 'gbk'; '<meta http-equiv=content-type content="text/html; charset=big5">' => 'big5';
 * '<!-- <meta charset=gbk> -->', '<a title="<meta charset=gbk>">' => null; '<meta charset=utf-16>' => 'utf-8'.
 * After the HTML standard, 13.2.3.2, "prescan a byte stream to determine its encoding".
 */
export function declaredEncoding(page: Uint8Array): string | null {
  const text = Buffer.from(page.subarray(0, DECLARING_BYTES)).toString('latin1');
  let at = 0;
  for (;;) {
    MARKUP.lastIndex = at;
    const found = MARKUP.exec(text);
    if (!found) return null;
    const [opening, name] = found;
    if (name === undefined) {
      // A comment may end with the hyphens that it began with: '<!-->'.
      const end = opening === '<!--' ? text.indexOf('-->', found.index + 2) : text.indexOf('>', found.index);
      if (end < 0) return null;
      at = end + 1;
      continue;
    }
    const attributes = readAttributes(text, MARKUP.lastIndex);
    at = text.indexOf('>', attributes.end);
    if (at < 0) return null;
    const encoding = opening.toLowerCase() === '<meta' ? encodingOfMeta(attributes.read) : null;
    if (encoding) return encoding;
  }
}

/** Of an attribute that is given twice the first counts. */
function readAttributes(text: string, from: number): { read: Map<string, string>; end: number } {
  const read = new Map<string, string>();
  let end = from;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(text);
    if (!found) return { read, end };
    const [, name = '', double, single, bare] = found;
    const key = name.toLowerCase();
    if (!read.has(key)) read.set(key, double ?? single ?? bare ?? '');
    end = ATTRIBUTE.lastIndex;
  }
}

function encodingOfMeta(attributes: ReadonlyMap<string, string>): string | null {
  const charset = attributes.get('charset');
  if (charset !== undefined) return encodingOf(charset);
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return null;
  const [, double, single, bare] = CHARSET.exec(attributes.get('content') ?? '') ?? [];
  return encodingOf(double ?? single ?? bare ?? '');
}

/** By the labels of the Encoding standard; what says so in ASCII is not written in UTF-16. */
function encodingOf(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
