import { readContents, sectionRange, writeContainer } from '../../../utils/list/container.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { SECTIONS } from '../../../utils/list/layout.ts';
import { exchange, listOf, reported } from './sample-list.ts';

/** Three exchanges, the last without a name, and two reported names of two sources. */
export const list = () =>
  listOf(
    [exchange('a', ['one.com', 'two.com']), exchange('b', ['three.com']), exchange('c', [])],
    [reported('0ne.com', 'a', { source: 'first' }), reported('tw0.com', 'a', { source: 'second' })],
  );

export type Sections = Map<string, Uint8Array>;

export function sectionsOf(bytes: Uint8Array): Sections {
  const contents = readContents(bytes);
  return new Map(
    [...contents.sections.keys()].map((id) => {
      const { from, to } = sectionRange(contents, id);
      return [id, bytes.slice(from, to)];
    }),
  );
}

/** The snapshot of `list` with other sections, whole as a container. */
export function crafted(change: (sections: Sections) => void): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(encodeSnapshot(list()));
  change(sections);
  return writeContainer(sections);
}
export const cut = (id: string, bytes: number) => (sections: Sections) =>
  void sections.set(id, sections.get(id)!.slice(0, -bytes));
export const longer = (id: string, bytes: number) => (sections: Sections) =>
  void sections.set(id, Uint8Array.of(...sections.get(id)!, ...new Uint8Array(bytes)));
export const meta = (change: object) => (sections: Sections) => {
  const said = JSON.parse(new TextDecoder().decode(sections.get(SECTIONS.meta))) as object;
  sections.set(SECTIONS.meta, new TextEncoder().encode(JSON.stringify({ ...said, ...change })));
};
/** The n-th number of a table of offsets. */
export const offset = (id: string, index: number, value: number) => (sections: Sections) =>
  new DataView(sections.get(id)!.buffer).setUint32(4 * index, value, true);
/** The second exchange begins where the last one ends. */
export const runningBack = (sections: Sections) => offset('EXOF', 1, sections.get('EXRC')!.length)(sections);
