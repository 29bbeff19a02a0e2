import type { ByteRange } from './container.ts';

/** Asks for stretches of the snapshot and answers with a result; one text for readers in memory and from disk. */
export type Reading<Result> = Generator<ByteRange, Result, Uint8Array>;

/** Drives a reading over a snapshot that is in memory whole. */
export function readInMemory<Result>(file: Uint8Array, reading: Reading<Result>): Result {
  let step = reading.next();
  while (!step.done) step = reading.next(file.subarray(step.value.from, step.value.to));
  return step.value;
}

/** Drives a reading to its end; over a long one it may let others have their turn. */
export type Driver = <Result>(file: Uint8Array, reading: Reading<Result>) => Result | Promise<Result>;
