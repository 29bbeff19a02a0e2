import type { ExchangeRecord } from '../../../utils/exchange/record.ts';
import { richness, type Story, storyOf } from './story.ts';
import { edgeText } from './svg.ts';

export const DOCUMENT = 'docs/lineage.md';
export const DRAWINGS = 'docs/lineage';
const TEN = 10;
const BEGIN = '<!-- drawn by npm run docs:lineage -->';
const END = '<!-- end of what is drawn -->';

/** The exchanges with most recorded edges; of those alike the ones with more names, then by id. */
export function richestStories(records: readonly ExchangeRecord[]): Story[] {
  return records
    .map((record) => storyOf(record, records))
    .sort((a, b) => richness(b) - richness(a) || (a.id < b.id ? -1 : 1))
    .slice(0, TEN);
}

/** The part of the document that follows from the list. */
export function drawnPart(stories: readonly Story[]): string {
  return stories
    .map(({ id, name, names, edges }) => {
      const lines = edges.map((edge) => `- ${edgeText(edge)}`);
      return [
        `### ${name}`,
        '',
        `${names.length} names, ${edges.length} edges.`,
        '',
        `![Lineage of ${name}](lineage/${id}.svg)`,
        '',
        ...lines,
      ].join('\n');
    })
    .join('\n\n');
}

/** The document with its drawn part made anew. */
export function withDrawnPart(text: string, part: string): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${DOCUMENT} has no place for what is drawn`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${part}\n\n${text.slice(end)}`;
}
