import { encodeSnapshot } from '../../utils/list/encode.ts';
import type { ListContents } from '../../utils/list/list-contents.ts';

/** Records → snapshot, with the sections that other rooms add: the one place where a list is compiled. */
export function compileList(list: ListContents): Uint8Array<ArrayBuffer> {
  return encodeSnapshot(list);
}
