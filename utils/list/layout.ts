/**
 * The snapshot, format version 1. Little-endian; every section starts at a multiple of 8.
 *
 * | at | what |
 * | --- | --- |
 * | 0 | magic `ENSIGN\0L` |
 * | 8 | Uint32 format version, 1 |
 * | 12 | Uint32 number of sections |
 * | 16 | Uint32 length of the whole file |
 * | 20 | Uint32 length of the head: everything that a reader holds in memory |
 * | 24 | section table: for each 4 ASCII characters, Uint32 offset, Uint32 length |
 *
 * Sections lie in the table's order without overlap. A reader ignores the ones it does not know.
 */
export const MAGIC = 'ENSIGN\0L';
export const FORMAT_VERSION = 1;
export const HEADER_LENGTH = 24;
export const TABLE_ROW = 12;
export const MAX_SECTIONS = 64;
/** No list needs more: 1M names with their records take about 45 MB. */
export const MAX_SNAPSHOT_LENGTH = 256 * 1024 * 1024;

/** Sections of a version 1 snapshot. `resident` ones make the head, read at start and held in memory. */
export const SECTIONS = {
  /** JSON, `SnapshotMeta`. */
  meta: 'META',
  /** Uint32[n]: high lanes of the names' hashes, ascending with `hashLow` as the lower half. */
  hashHigh: 'HSHI',
  /** Uint32[n] */
  hashLow: 'HSLO',
  /** Uint16[n]: see `VALUE_*`. */
  values: 'VALU',
  /** Uint32[blocks + 1]: where each block of 64 name records starts, relative to `nameRecords`. */
  nameOffsets: 'NMOF',
  /** Uint32[exchanges + 1], relative to `exchangeRecords`. */
  exchangeOffsets: 'EXOF',
  /** Exchange ids, ascending, joined by line feeds. */
  exchangeIds: 'EXID',
  /** Uint32[sources + 1], relative to `sources`. */
  sourceOffsets: 'SROF',
  /** Name records in the order of the hashes, see name-record.ts. */
  nameRecords: 'NMRC',
  /** One JSON text per exchange, in the order of the ids. */
  exchangeRecords: 'EXRC',
  /** UTF-8 texts: where reported names were reported. */
  sources: 'SRCS',
} as const;

export const RESIDENT: readonly string[] = [
  SECTIONS.meta,
  SECTIONS.hashHigh,
  SECTIONS.hashLow,
  SECTIONS.values,
  SECTIONS.nameOffsets,
  SECTIONS.exchangeOffsets,
  SECTIONS.exchangeIds,
  SECTIONS.sourceOffsets,
];

/** A section of another room: the index of these exchanges' lookalikes (utils/lookalike/build-index.ts). */
export const LOOKALIKE_SECTION = 'LOOK';

/** The name is a reported lookalike, not the exchange's own. */
export const VALUE_REPORTED = 0x8000;
/** The name speaks of that very host, not of its subdomains. */
export const VALUE_EXACT = 0x4000;
/** The rest is the exchange's index: room for 16,384 exchanges. */
export const VALUE_EXCHANGE = 0x3fff;
export const MAX_EXCHANGES = VALUE_EXCHANGE + 1;
/** Source indexes are 16 bits wide. */
export const MAX_SOURCES = 0x10000;
export const NAMES_PER_BLOCK = 64;

/** The list's own description, inside its bytes. */
export interface SnapshotMeta {
  /** Monotonic list version. */
  version: number;
  /** RFC 3339, UTC. */
  issued: string;
  expires: string;
  /** Names, reported ones included. */
  names: number;
  reported: number;
  exchanges: number;
}
