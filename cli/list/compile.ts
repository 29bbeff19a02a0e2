import { CompileError } from '../../utils/list/compile-names.ts';
import { encodeSnapshot } from '../../utils/list/encode.ts';
import type { ListContents } from '../../utils/list/list-contents.ts';
import { CommandFailure } from '../outcome.ts';

/**
 * Records → snapshot, with the sections that other rooms add: the one place where a list is compiled.
 * @throws CommandFailure
 */
export function compileList(list: ListContents): Uint8Array<ArrayBuffer> {
  try {
    return encodeSnapshot(list);
  } catch (error) {
    if (error instanceof CompileError) throw new CommandFailure(error.message, 1, { cause: error });
    throw error;
  }
}
