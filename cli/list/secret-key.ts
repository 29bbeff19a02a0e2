import { createPrivateKey, createPublicKey, randomBytes, scryptSync } from 'node:crypto';
import { fromBase64, toBase64 } from '../../utils/list/base64.ts';
import { keyId } from '../../utils/list/minisign.ts';
import type { SigningKey } from '../../utils/list/signature.ts';
import { CommandFailure } from '../outcome.ts';
import { readText } from '../read-text.ts';

/**
 * minisign's secret key files: `Ed`, kdf, `B2`, salt (32), ops limit (8), memory limit (8), then key id (8),
 * seed (32), public key (32) and a checksum (32), these last four XORed with scrypt's stream where there is a password.
 */
const LENGTH = 158;
const SECRET = 54;
const PASSWORD = 'ENSIGN_KEY_PASSWORD';

/** @throws CommandFailure */
export async function readSecretKey(file: string): Promise<SigningKey> {
  const text = await readText(file);
  const bytes = fromBase64(text.trim().split(/\r?\n/).at(-1) ?? '');
  if (bytes?.length !== LENGTH || bytes[0] !== 0x45 || bytes[1] !== 0x64) {
    throw new CommandFailure(`${file} is no minisign secret key`, 2);
  }
  const encrypted = bytes[2] !== 0 || bytes[3] !== 0;
  const secret = encrypted ? decrypt(bytes, file) : bytes.slice(SECRET);
  const key = { keyId: keyId(secret, 0), seed: secret.slice(8, 40), key: secret.slice(40, 72) };
  if (!belongTogether(key)) throw new CommandFailure(`wrong password for ${file}, or a damaged key`, 1);
  return key;
}

/** A new key as minisign writes it without a password (`minisign -G -W`). */
export function makeSecretKey(): { key: SigningKey; text: string } {
  const seed = new Uint8Array(randomBytes(32));
  const id = new Uint8Array(randomBytes(8));
  const key: SigningKey = { keyId: keyId(id, 0), seed, key: publicKeyOf(seed) };
  const bytes = new Uint8Array(LENGTH);
  bytes.set([0x45, 0x64, 0, 0, 0x42, 0x32]);
  bytes.set([...id, ...seed, ...key.key], SECRET);
  return { key, text: `untrusted comment: minisign encrypted secret key\n${toBase64(bytes)}\n` };
}

function decrypt(bytes: Uint8Array, file: string): Uint8Array<ArrayBuffer> {
  const password = process.env[PASSWORD];
  if (password === undefined) throw new CommandFailure(`${file} has a password: put it into ${PASSWORD}`, 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const opsLimit = view.getBigUint64(38, true);
  const memoryLimit = view.getBigUint64(46, true);
  const { N, r, p } = scryptCost(Number(opsLimit), Number(memoryLimit));
  const stream = scryptSync(password, bytes.subarray(6, 38), LENGTH - SECRET, {
    N,
    r,
    p,
    maxmem: 256 * N * r,
  });
  return bytes.slice(SECRET).map((byte, index) => byte ^ stream[index]!);
}

/** libsodium's `pickparams` (crypto_pwhash_scryptsalsa208sha256). */
function scryptCost(opsLimit: number, memoryLimit: number): { N: number; r: number; p: number } {
  const r = 8;
  const ops = Math.max(opsLimit, 32768);
  const byMemory = ops >= memoryLimit / 32;
  const most = byMemory ? memoryLimit / (r * 128) : ops / (r * 4);
  let log = 1;
  while (log < 63 && 2 ** log <= most / 2) log++;
  const N = 2 ** log;
  const p = byMemory ? Math.floor(Math.min(ops / 4 / N, 0x3fffffff) / r) : 1;
  return { N, r, p };
}

function belongTogether(key: SigningKey): boolean {
  const expected = publicKeyOf(key.seed);
  return expected.every((byte, index) => byte === key.key[index]);
}

function publicKeyOf(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const privateKey = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return new Uint8Array(der.subarray(-32));
}
