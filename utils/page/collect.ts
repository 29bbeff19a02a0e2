import { withoutInvisible } from '../landing/invisible.ts';

/** Letters looked at for each that is wanted: the others may be line breaks and indentation. */
export const LOOKED_AT = 4;

/** What is neither ASCII nor Chinese, nor a single blank: spaces and what is not seen are among it. */
const UNEVEN = /[^ -~\u2010-\u2027\u3001-\u3163\u3165-\u9fff\uff01-\uff5e]| {2}/;

/** Text as it is seen, with a single blank for each run of spaces. Most text is so already, and costs one look. */
export const singleBlanks = (text: string): string =>
  UNEVEN.test(text) ? withoutInvisible(text).replace(/\s+/g, ' ') : text;

/** Text on one line, at most `limit`; of an endless one only the beginning is looked at. */
export function oneLine(text: string, limit: number): string {
  return singleBlanks(text.slice(0, LOOKED_AT * limit))
    .trim()
    .slice(0, limit);
}

/** Adds a new text to a list that holds `count` at most. Gives what was added, or ''. */
export function collect(list: string[], text: string | null, limit: number, count: number): string {
  if (!text || list.length >= count) return '';
  const value = oneLine(text, limit);
  if (!value || list.includes(value)) return '';
  list.push(value);
  return value;
}

const OPTIONS_PER_SELECT = 12;

/** The texts of a choice's first options. */
export function optionTexts(select: Element): Text[] {
  const options = select.getElementsByTagName('option');
  const texts: Text[] = [];
  for (let i = 0; i < OPTIONS_PER_SELECT; i++) {
    const child = options.item(i)?.firstChild;
    if (child?.nodeType === 3) texts.push(child as Text);
  }
  return texts;
}
