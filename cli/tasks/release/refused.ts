/** A release that must not be made; the message says what to mend. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused';
}
