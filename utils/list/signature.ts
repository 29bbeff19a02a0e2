import {
  globalMessage,
  type MinisignFault,
  type PublicKey,
  readPublicKey,
  readSignature,
  writeSignature,
} from './minisign.ts';

/** What became of a signature; `by` is the id of the key that made it. */
export type SignatureOutcome =
  | { outcome: 'good'; by: string; trustedComment: string }
  | { outcome: 'bad signature' | 'unknown key'; by: string }
  | { outcome: MinisignFault };

/** More keys than these are never trusted at once: the one in use and the one that takes over. */
export const MAX_TRUSTED_KEYS = 2;

/**
 * Verifies a signature over raw bytes, before anything of them is parsed.
 * @param keys those trusted now, at most two
 */
export async function verifySignature(
  message: Uint8Array<ArrayBuffer>,
  signatureText: string,
  keys: readonly PublicKey[],
): Promise<SignatureOutcome> {
  const signature = readSignature(signatureText);
  if (typeof signature === 'string') return { outcome: signature };
  const by = signature.keyId;
  const key = keys.slice(0, MAX_TRUSTED_KEYS).find((candidate) => candidate.keyId === by);
  if (!key) return { outcome: 'unknown key', by };
  const { trustedComment } = signature;
  const publicKey = await importPublic(key);
  const verified =
    publicKey !== null &&
    (await verify(publicKey, signature.signature, message)) &&
    (await verify(publicKey, signature.globalSignature, globalMessage(signature.signature, trustedComment)));
  return verified ? { outcome: 'good', by, trustedComment } : { outcome: 'bad signature', by };
}

/** Reads the keys that a person or a policy trusts. Refuses more than two, and one key twice. */
export function readTrustedKeys(
  texts: readonly string[],
): PublicKey[] | 'not a key' | 'too many keys' | 'a key twice' {
  if (texts.length > MAX_TRUSTED_KEYS) return 'too many keys';
  const keys: PublicKey[] = [];
  for (const text of texts) {
    const key = readPublicKey(text);
    if (typeof key === 'string') return 'not a key';
    if (keys.some((other) => other.keyId === key.keyId)) return 'a key twice';
    keys.push(key);
  }
  return keys;
}

/** A key that can sign: Ed25519's 32-byte seed with the public key that belongs to it. */
export interface SigningKey extends PublicKey {
  seed: Uint8Array<ArrayBuffer>;
}

/** Signs as `minisign -S -l` does. @param trustedComment one line, signed too */
export async function sign(
  message: Uint8Array<ArrayBuffer>,
  key: SigningKey,
  trustedComment: string,
): Promise<string> {
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8(key.seed), 'Ed25519', false, ['sign']);
  const make = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes));
  const signature = await make(message);
  const globalSignature = await make(globalMessage(signature, trustedComment));
  return writeSignature({ keyId: key.keyId, signature, trustedComment, globalSignature });
}

/** SHA-256 in lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Are these the bytes that a signed manifest names? */
export async function isNamed(
  bytes: Uint8Array<ArrayBuffer>,
  named: { size: number; sha256: string },
): Promise<boolean> {
  return bytes.length === named.size && (await sha256(bytes)) === named.sha256;
}

/** null for bytes that are no point of the curve. */
async function importPublic({ key }: PublicKey): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function verify(key: CryptoKey, signature: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>) {
  return crypto.subtle.verify('Ed25519', key, signature, message);
}

/** RFC 8410, section 7: a bare seed in PKCS #8. */
function pkcs8(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ];
  return Uint8Array.of(...prefix, ...seed);
}
