import { CompileError } from '../../utils/list/compile-names.ts';
import { encodeSnapshot } from '../../utils/list/encode.ts';
import { LOOKALIKE_SECTION } from '../../utils/list/layout.ts';
import type { ListContents } from '../../utils/list/list-contents.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { readAttacks } from '../lookalike/read-attacks.ts';
import { CommandFailure } from '../outcome.ts';
import { LIST_FOLDER } from './read-records.ts';

/**
 * Records → snapshot, the index of its lookalikes within, so that a new exchange is known to both at once:
 * the one place where a list is compiled. `folder`: where its attacks are counted.
 * @throws CommandFailure
 */
export async function compileList(
  list: ListContents,
  folder = LIST_FOLDER,
): Promise<Uint8Array<ArrayBuffer>> {
  const index = buildLookalikeIndex(list.exchanges, await readAttacks(folder));
  try {
    return encodeSnapshot(list, new Map([[LOOKALIKE_SECTION, index]]));
  } catch (error) {
    if (error instanceof CompileError) throw new CommandFailure(error.message, 1, { cause: error });
    throw error;
  }
}
