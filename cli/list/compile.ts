import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeSnapshot } from '../../utils/list/encode.ts';
import { SECTIONS } from '../../utils/list/layout.ts';
import type { ListContents } from '../../utils/list/list-contents.ts';
import type { AttackCounts } from '../../utils/lookalike/attack-counts.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { LIST_FOLDER } from './read-records.ts';

/** The snapshot of a list, the index of its lookalikes within, so that a new exchange is known to both at once. */
export async function compileList(
  list: ListContents,
  folder = LIST_FOLDER,
): Promise<Uint8Array<ArrayBuffer>> {
  const attacks = JSON.parse(await readFile(join(folder, 'attacks.json'), 'utf8')) as AttackCounts;
  const index = buildLookalikeIndex(list.exchanges, attacks);
  return encodeSnapshot(list, new Map([[SECTIONS.lookalikes, index]]));
}
