import { fromBase64, toBase64 } from './base64.ts';

/**
 * minisign's texts (https://jedisct1.github.io/minisign/, "Signature format" and "Public key format").
 * A public key: `Ed`, key id (8 bytes), Ed25519 key (32), in base64, with or without a comment line before it.
 * A signature: comment line; `Ed`, key id, Ed25519 signature (64) of the file; trusted comment line; signature (64)
 * of the first signature and the trusted comment.
 */
export interface PublicKey {
  /** As minisign prints it: 16 hexadecimal digits. */
  keyId: string;
  key: Uint8Array<ArrayBuffer>;
}

export interface Signature {
  keyId: string;
  signature: Uint8Array<ArrayBuffer>;
  trustedComment: string;
  globalSignature: Uint8Array<ArrayBuffer>;
}

export type MinisignFault = 'not a key' | 'not a signature' | 'prehashed signature';

const LEGACY = 'Ed';
const PREHASHED = 'ED';
const TRUSTED = 'trusted comment: ';

/** Reads a public key file, or its one line of base64. */
export function readPublicKey(text: string): PublicKey | MinisignFault {
  const lines = text.trim().split(/\r?\n/);
  if (lines.length > 2 || (lines.length === 2 && !lines[0]!.startsWith('untrusted comment:')))
    return 'not a key';
  const bytes = fromBase64(lines.at(-1)!.trim());
  if (bytes?.length !== 42 || algorithm(bytes) !== LEGACY) return 'not a key';
  return { keyId: keyId(bytes), key: bytes.slice(10) };
}

/**
 * Reads a signature file, strictly: nothing may stand in it that is not signed but the first comment.
 * 'prehashed signature' is minisign's own default, which WebCrypto cannot check: sign with `-l`.
 */
export function readSignature(text: string): Signature | MinisignFault {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.length === 5 && lines[4] === '') lines.pop();
  const [comment, first, trusted, second] = lines;
  if (lines.length !== 4 || !comment!.startsWith('untrusted comment:') || !trusted!.startsWith(TRUSTED)) {
    return 'not a signature';
  }
  const bytes = fromBase64(first!);
  const globalSignature = fromBase64(second!);
  if (bytes?.length !== 74 || globalSignature?.length !== 64) return 'not a signature';
  if (algorithm(bytes) === PREHASHED) return 'prehashed signature';
  if (algorithm(bytes) !== LEGACY) return 'not a signature';
  return {
    keyId: keyId(bytes),
    signature: bytes.slice(10),
    trustedComment: trusted!.slice(TRUSTED.length),
    globalSignature,
  };
}

export function writePublicKey({ keyId: id, key }: PublicKey): string {
  return `untrusted comment: minisign public key ${id}\n${toBase64(withId(id, key))}\n`;
}

export function writeSignature(signature: Signature): string {
  return [
    `untrusted comment: signature from key ${signature.keyId}`,
    toBase64(withId(signature.keyId, signature.signature)),
    `${TRUSTED}${signature.trustedComment}`,
    toBase64(signature.globalSignature),
    '',
  ].join('\n');
}

/** What the second signature signs. */
export function globalMessage(signature: Uint8Array, trustedComment: string): Uint8Array<ArrayBuffer> {
  const comment = new TextEncoder().encode(trustedComment);
  const message = new Uint8Array(signature.length + comment.length);
  message.set(signature);
  message.set(comment, signature.length);
  return message;
}

/** The id's eight bytes are a little-endian number, printed in hexadecimal: 17a1…de6d => 6DDE…A117. */
export function keyId(bytes: Uint8Array, at = 2): string {
  return [...bytes.subarray(at, at + 8)]
    .reverse()
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function algorithm(bytes: Uint8Array): string {
  return String.fromCharCode(bytes[0]!, bytes[1]!);
}

function withId(id: string, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(10 + rest.length);
  bytes.set([LEGACY.charCodeAt(0), LEGACY.charCodeAt(1)]);
  for (let i = 0; i < 8; i++) bytes[2 + i] = Number.parseInt(id.slice(14 - 2 * i, 16 - 2 * i), 16);
  bytes.set(rest, 10);
  return bytes;
}
