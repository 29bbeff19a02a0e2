import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Replaces an id by one that only the holder of the salt can compute. */
export interface Pseudonyms {
  /** 32 hexadecimal digits. */
  session(value: string): string;
  /** In the form of a UUIDv4. */
  flag(value: string): string;
}

export class SaltError extends Error {
  override readonly name = 'SaltError';
}

const MIN_SALT = 16;

/**
 * HMAC-SHA256 (RFC 2104) under a salt that stays on the device: new for each export, or the study's own.
 * @throws {SaltError} for a salt under 16 bytes.
 */
export function pseudonymsOf(salt: Uint8Array): Pseudonyms {
  if (salt.length < MIN_SALT) throw new SaltError(`a salt has at least ${MIN_SALT} bytes`);
  const digest = (purpose: string, value: string) =>
    bytesToHex(hmac(sha256, salt, utf8ToBytes(`${purpose}\n${value.toWellFormed()}`)));
  return {
    session: (value) => digest('session', value).slice(0, 32),
    flag: (value) => asUuid(digest('flag', value)),
  };
}

/** Sets version and variant bits (RFC 9562, section 5.4). */
function asUuid(hex: string): string {
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
