import { newDocument, type TabDocument } from '../../../entrypoints/background/tab-state.ts';

/** A page of an unlisted name that a listed one redirected to. */
export function ledDocument(key: string): TabDocument {
  return newDocument({
    key,
    documentId: key,
    url: 'https://harbour.example/',
    incognito: false,
    chain: [
      { url: 'https://okex.com/', by: 'asked' },
      { url: 'https://harbour.example/', by: 'server' },
    ],
  });
}
