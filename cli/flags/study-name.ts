import { createHash } from 'node:crypto';

/** Stands where an export names no study or no participant. */
export const NOBODY = 'none';
const MAX_BYTES = 80;

/**
 * A study's id as the name of a folder: as it is, or its MD5 where a file system would not take it (a name has
 * at most 255 bytes, and every byte may be written as three).
 * 'panel-1' => 'panel-1'; null => 'none'; '' => 'md5-d41d8cd98f00b204e9800998ecf8427e'.
 */
export function studyName(id: string | null): string {
  if (id === null) return NOBODY;
  const bytes = Buffer.byteLength(id);
  const plain = bytes > 0 && bytes <= MAX_BYTES && !/\p{Cc}/u.test(id);
  return plain ? id : `md5-${createHash('md5').update(id).digest('hex')}`;
}

/** The same in DuckDB's SQL, of the column `study_id`. */
export const STUDY_NAME = `CASE WHEN study_id IS NULL THEN '${NOBODY}'
  WHEN strlen(study_id) BETWEEN 1 AND ${MAX_BYTES} AND NOT regexp_matches(study_id, '\\p{Cc}') THEN study_id
  ELSE 'md5-' || md5(study_id) END`;
