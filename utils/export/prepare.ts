import * as v from 'valibot';
import type { CoverageInterval, DailyCount, FlagRecord, SuccessionEdge } from '../history/flag.ts';
import { FlagRecordSchema } from '../history/flag-schema.ts';
import { localDay } from '../history/local-day.ts';
import { documentsOf } from '../history/remove-edges.ts';
import type { Beside, ExportAccount, ExportBundle, PackagedRecord } from './bundle.ts';
import { coverageWithin, type DayLimits, edgesOf } from './exported-part.ts';
import type { ExportOptions } from './options.ts';
import { pseudonymsOf } from './pseudonym.ts';
import { redact } from './redact.ts';
import { redactCoverage, redactEdges } from './redact-beside.ts';
import { coverageSince, dailySince, edgesSince } from './since.ts';
import { Tally } from './tally.ts';

/** Where an export takes its rows from. */
export interface ExportSource {
  /**
   * Stored flags in ascending order of flag_id, which is random, or of what `orderOf` makes of it: any other order
   * betrays times that rounding hides.
   */
  flags(orderOf?: (id: string) => string): AsyncIterable<unknown>;
  daily(): Promise<DailyCount[]>;
  coverage(): Promise<CoverageInterval[]>;
  edges(): Promise<SuccessionEdge[]>;
  records(exchanges: string[]): Promise<PackagedRecord[]>;
}

export interface ExportRequest extends ExportAccount {
  options: ExportOptions;
  /** At least 16 bytes; new for each export unless a study fixes it. */
  salt: Uint8Array;
  /** Whether a stored flag is to be exported: the filter, and the rows ticked off. */
  wanted(flag: FlagRecord): boolean;
  /** Days that counts and coverage keep to; null where all flags of the history are asked for. */
  days: DayLimits | null;
  /**
   * UTC instant; nothing earlier is exported, and of what stands beside the flags nothing imported. For a study: when
   * it was joined.
   */
  since?: string | undefined;
  /** Where the export is made; coverage and edges are rounded by it. */
  tzOffsetMinutes: number;
}

/** The source gave its rows in an order that betrays when they were recorded. */
export class RowOrderError extends Error {
  override readonly name = 'RowOrderError';
}

const StoredFlagSchema = v.object({
  ...FlagRecordSchema.entries,
  // Never exported: it says which visits an exported flag stands for.
  local: v.fallback(v.optional(v.object({ document: v.string() })), undefined),
});

/** Joins source and request into an export that holds nothing the options leave out. */
export function prepareExport(source: ExportSource, request: ExportRequest): ExportBundle {
  const { options, extension_version, detector_version, consent, answers } = request;
  const tally = new Tally();
  return {
    account: { options, extension_version, detector_version, consent, answers },
    flags: redactedFlags(source, request, tally),
    beside: () => besideOf(source, request, tally),
  };
}

/** The first rows by stored id, as the export will hold them: for looking at before it is made. */
export async function previewRows(
  source: ExportSource,
  request: ExportRequest,
  limit: number,
): Promise<{ stored_id: string; row: FlagRecord }[]> {
  const pseudonyms = pseudonymsOf(request.salt);
  const rows: { stored_id: string; row: FlagRecord }[] = [];
  for await (const stored of source.flags()) {
    const read = v.safeParse(StoredFlagSchema, stored);
    if (!read.success || !isWanted(read.output, request)) continue;
    rows.push({ stored_id: read.output.flag_id, row: redact(read.output, request.options, pseudonyms) });
    if (rows.length >= limit) break;
  }
  return rows;
}

function isWanted(flag: FlagRecord, request: ExportRequest): boolean {
  return isSince(flag, request) && request.wanted(flag);
}

function isSince(flag: FlagRecord, { since }: ExportRequest): boolean {
  return since === undefined || flag.observed_at >= since;
}

async function* redactedFlags(
  source: ExportSource,
  request: ExportRequest,
  tally: Tally,
): AsyncGenerator<FlagRecord> {
  const pseudonyms = pseudonymsOf(request.salt);
  const restedOn = documentsOf(await source.edges());
  // In the order of stored ids two exports under new ones could be joined row by row.
  const rows = request.options.flag_ids === 'new' ? source.flags(pseudonyms.flag) : source.flags();
  let last = '';
  for await (const stored of rows) {
    const read = v.safeParse(StoredFlagSchema, stored);
    if (!read.success) {
      tally.unreadable += 1;
      continue;
    }
    const flag = read.output;
    if (!isWanted(flag, request)) {
      tally.leftOut ||= isSince(flag, request);
      continue;
    }
    const redacted = redact(flag, request.options, pseudonyms);
    if (redacted.flag_id <= last)
      throw new RowOrderError('flags must come in ascending order of flag_id, each once');
    last = redacted.flag_id;
    tally.add(redacted, localDay(flag));
    if (flag.local && restedOn.has(flag.local.document)) tally.documents.add(flag.local.document);
    yield redacted;
  }
}

async function besideOf(source: ExportSource, request: ExportRequest, tally: Tally): Promise<Beside> {
  const { options, tzOffsetMinutes, since } = request;
  const [daily, coverage, edges, records] = await Promise.all([
    source.daily(),
    source.coverage(),
    source.edges(),
    source.records(tally.exchanges()),
  ]);
  const days = request.days && tally.span(request.days);
  const told = days ? coverageWithin(coverage, days, tzOffsetMinutes) : coverage;
  const whole = request.days === null && !tally.leftOut && tally.unreadable === 0;
  const seen = edgesOf(edgesSince(edges, since), tally.documents, whole);
  return {
    daily: tally.daily(dailySince(daily, since, tzOffsetMinutes), days),
    coverage: redactCoverage(coverageSince(told, since), options, tzOffsetMinutes),
    edges: redactEdges(seen, tally.hosts, options, tzOffsetMinutes),
    lists: tally.lists(),
    detectors: tally.detectors(),
    records,
    unreadable: tally.unreadable,
  };
}
