import { expect } from 'vitest';

/** What tables or an index are refused with, word for word. */
export const refusal = (message: string) => expect.objectContaining({ name: 'LookalikeDataError', message });
