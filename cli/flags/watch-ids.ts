import type { OpenedExport } from '../../utils/export/opened-export.ts';
import { counted } from '../counted.ts';
import { firstOf } from '../first-of.ts';

/** The ids of the flags that were read of an export. */
export interface WatchedIds {
  ids: ReadonlySet<string>;
  /** What is odd about them, a line each: that there are none, or that some stand more than once. */
  oddities(): string[];
}

/** The export, and its ids as they are read: `flags validate` would call the odd ones faults. */
export function watchIds(opened: OpenedExport): { opened: OpenedExport; watched: WatchedIds } {
  const ids = new Set<string>();
  const repeated = new Set<string>();
  const flags = async function* () {
    for await (const read of opened.flags()) {
      if ('flag' in read) (ids.has(read.flag.flag_id) ? repeated : ids).add(read.flag.flag_id);
      yield read;
    }
  };
  const oddities = () => [
    ...(ids.size === 0 ? ['holds no flags'] : []),
    ...(repeated.size > 0
      ? [`${counted(repeated.size, 'id')} more than once: ${firstOf([...repeated])}`]
      : []),
  ];
  return { opened: { ...opened, flags }, watched: { ids, oddities } };
}
