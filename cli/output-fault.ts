import type { EventEmitter } from 'node:events';
import { faultWords, isSystemError } from './system-fault.ts';

/** `… | head` has seen enough: no fault of the command. */
export function readerLeft(error: unknown): boolean {
  return isSystemError(error) && error.code === 'EPIPE' && error.path === undefined;
}

/**
 * Takes the faults of standard output, which would end the process in the middle of what it writes elsewhere: a reader
 * who left is none, any other is said once. Answers the fault, null as long as there is none.
 */
export function outputFault(stdout: EventEmitter, say: (words: string) => void): () => Error | null {
  let fault: Error | null = null;
  stdout.on('error', (error: Error) => {
    if (fault !== null || readerLeft(error)) return;
    fault = error;
    say(`standard output: ${isSystemError(error) ? faultWords(error) : error.message}`);
  });
  return () => fault;
}
