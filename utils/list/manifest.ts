import * as v from 'valibot';
import { MAX_SNAPSHOT_LENGTH } from './layout.ts';

export const MANIFEST_FORMAT = 1;
/** Longest files that a reader fetches, in bytes. */
export const MAX_POINTER = 200;
export const MAX_SIGNATURE = 2_048;
export const MAX_MANIFEST = 16_384;
/** Of what travels, before it is decompressed. */
export const MAX_PACKED = 64 * 1024 * 1024;
/** Differences that one manifest names. */
export const MAX_DELTAS = 30;

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const size = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const checksum = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** A file as it travels, compressed; checked before it is decompressed. */
const packed = v.strictObject({ size: size(MAX_PACKED), sha256: checksum });
const keyId = v.pipe(v.string(), v.regex(/^[0-9A-F]{16}$/));
const time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => text.endsWith('Z')),
);

const manifestSchema = v.pipe(
  v.strictObject({
    format: v.literal(MANIFEST_FORMAT),
    /** Monotonic. */
    version,
    /** RFC 3339, UTC. */
    issued: time,
    expires: time,
    /** The canonical bytes; no packed form of them, and no delta, is longer once decompressed. */
    snapshot: v.strictObject({ size: size(MAX_SNAPSHOT_LENGTH), sha256: checksum, packed }),
    /** From which version, with which canonical bytes. */
    deltas: v.pipe(
      v.array(v.strictObject({ from: version, sha256: checksum, packed })),
      v.maxLength(MAX_DELTAS),
    ),
    /** Names listed as exchanges' own, which no report may touch. */
    protectedCount: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** The key in use; others may have signed too while keys change. */
    keyId,
  }),
  v.check((manifest) => Date.parse(manifest.issued) < Date.parse(manifest.expires)),
  v.check((manifest) => manifest.deltas.every((delta) => delta.from < manifest.version)),
);

/** What a version consists of; signed. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

const pointerSchema = v.strictObject({
  format: v.literal(MANIFEST_FORMAT),
  version,
  /** Ids of the keys that signed it, the one in use first. */
  keys: v.pipe(v.array(keyId), v.minLength(1), v.maxLength(2)),
});

/** The one file that changes: which version is the latest. Not signed: it can only hide a version, not make one. */
export type Pointer = v.InferOutput<typeof pointerSchema>;

/** Reads a manifest whose signature is good; null for any other text. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  return read(bytes, MAX_MANIFEST, manifestSchema);
}

/** Reads the pointer; null for any other text, a captive portal's page for one. */
export function readPointer(bytes: Uint8Array): Pointer | null {
  return read(bytes, MAX_POINTER, pointerSchema);
}

/** The same manifest gives the same bytes. */
export function writeManifest(manifest: Manifest): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(v.parse(manifestSchema, manifest), null, 1)}\n`);
}

export function writePointer(pointer: Pointer): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(v.parse(pointerSchema, pointer))}\n`);
}

function read<Value>(bytes: Uint8Array, most: number, schema: v.GenericSchema<unknown, Value>): Value | null {
  if (bytes.length > most) return null;
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
  const result = v.safeParse(schema, json);
  return result.success ? result.output : null;
}
