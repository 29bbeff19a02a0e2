import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
}

/**
 * A certificate of nobody, made anew at every run. Browsers launched with `certificates: 'accepted'` take it
 * for any name; to all others it is a bad one.
 */
export async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Ensign test server' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: '*.test' }] }],
  });
  return { key: made.private, cert: made.cert };
}
