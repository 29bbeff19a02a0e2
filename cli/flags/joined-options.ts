import { type ExportOptions, LEVELS, TIMES } from '../../utils/export/options.ts';

/**
 * What is kept of rows that one export left something out of, and another leaves out more:
 * level `host` then `full` => `host`; times by hour then by day => by day. Whose rows they are stays as it was.
 */
export function joinedOptions(earlier: ExportOptions, later: ExportOptions): ExportOptions {
  return {
    level: LEVELS[Math.min(LEVELS.indexOf(earlier.level), LEVELS.indexOf(later.level))]!,
    query: earlier.query && later.query,
    title: earlier.title && later.title,
    time: TIMES[Math.max(TIMES.indexOf(earlier.time), TIMES.indexOf(later.time))]!,
    flag_ids: earlier.flag_ids,
    study: earlier.study,
  };
}
