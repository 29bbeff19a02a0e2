/** Ends a command with an exit code: 1 something was found wrong, 2 it was called wrongly. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
