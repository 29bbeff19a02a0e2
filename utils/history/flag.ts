import type * as v from 'valibot';
import type { Finding, FindingKind } from '../verdict/finding.ts';
import type {
  COVERAGE_REASONS,
  CoverageIntervalSchema,
  DailyCountSchema,
  EdgeSchema,
} from './beside-schema.ts';
import type { FlagFindingSchema, FlagRecordSchema, FlagSettingsSchema } from './flag-schema.ts';
import type { FLAG_ACTIONS } from './flag-words.ts';

/** What the user was shown and did, latest last wins. */
export type FlagAction = (typeof FLAG_ACTIONS)[number];
/** One finding, flattened for storage and export. */
export type FlagFinding = v.InferOutput<typeof FlagFindingSchema>;
/** Settings that influence a verdict, in clear. */
export type FlagSettings = v.InferOutput<typeof FlagSettingsSchema>;
/** How much of an address is kept. */
export type StoredDetail = FlagSettings['stored_detail'];
/** One flag of one committed document, schema version 1. Field names are the export's; flag-schema.ts says what each means. */
export type FlagRecord = v.InferOutput<typeof FlagRecordSchema>;

/** A flag as kept in the database: what export leaves out stands under `local`. */
export interface StoredFlag extends FlagRecord {
  local: {
    /** One a committed document; makes a repeated event amend instead of add. */
    document: string;
    /** Flag kinds and exchanges, for the indexes. */
    kinds: FindingKind[];
    exchanges: string[];
    /** The findings as decided, lineage left out: the list in use supplies it when shown. */
    findings: Finding[];
  };
}

/** Some of what one deletion took, until its undo is no longer offered. */
export interface DeletedFlags {
  receipt: string;
  flags: StoredFlag[];
  /** What candidates rested on and rest on no more. */
  edges?: SuccessionEdge[];
}

/** Pages checked and flagged on one local calendar day: without denominators there are no rates. */
export type DailyCount = v.InferOutput<typeof DailyCountSchema>;
/** Why nothing was recorded in an interval. */
export type CoverageReason = (typeof COVERAGE_REASONS)[number];
/** An interval in which recording stood one way. */
export type CoverageInterval = v.InferOutput<typeof CoverageIntervalSchema>;
/** A succession candidate as exported. */
export type ExportedEdge = v.InferOutput<typeof EdgeSchema>;
/** What one document added to a candidate: it goes with the flag of that document. */
export interface EdgeVisit {
  /** As in the flag's `local.document`. */
  document: string;
  /** ISO instant, UTC. */
  at: string;
  evidence: string[];
}
/** What sightings of a candidate add up to. */
export type EdgeSum = Pick<ExportedEdge, 'first_seen' | 'last_seen' | 'times' | 'evidence'>;
/** A succession candidate, kept beside the flags. Its sum is that of its visits and of what is loose. */
export interface SuccessionEdge extends ExportedEdge {
  id: string;
  /** Absent where all is loose. */
  visits?: EdgeVisit[];
  /** What no document is known of: imported, or summed by an earlier version. */
  loose?: EdgeSum;
  /** What the user decided; stays on the device. */
  decision?: 'accepted' | 'rejected';
}
