/** The reply was a refusal, or the background could not be reached. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
}
