/** `npm run docs:lineage`: draws the ten richest lineages of the list, and their part of docs/lineage.md. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { readRecords } from '../read-records.ts';
import { DOCUMENT, DRAWINGS, drawnPart, richestStories, withDrawnPart } from './document.ts';
import { drawSvg } from './svg.ts';

const { exchanges, issued } = await readRecords();
const stories = richestStories(exchanges);
await mkdir(DRAWINGS, { recursive: true });
for (const story of stories) {
  await writeFile(`${DRAWINGS}/${story.id}.svg`, drawSvg(story, Number(issued.slice(0, 4))));
}
const text = await readFile(DOCUMENT, 'utf8');
await writeFile(DOCUMENT, withDrawnPart(text, drawnPart(stories)));
