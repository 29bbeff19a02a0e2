/** The file is no export, or not a whole one. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly reason:
    | 'encrypted'
    | 'unreadable archive'
    | 'no descriptor'
    | 'unknown package'
    | 'file missing'
    | 'hash differs'
    | 'too large';

  constructor(reason: ImportError['reason'], detail = '', options?: ErrorOptions) {
    super(detail ? `${reason}: ${detail}` : reason, options);
    this.reason = reason;
  }
}
