import type { FlagQuery } from '../../utils/history/flag-query.ts';
import type { Finding, FindingKind } from '../../utils/verdict/finding.ts';
import type { DeleteReceipt, FlagAnswer, FlagSelection } from './flag.ts';
import type { CandidateName, LineageModel, ProposalAnswer } from './lineage.ts';
import type { ListBrief } from './list.ts';
import type { IgnoreRequest, RecordingFault, RecordingState } from './settings.ts';

/** One local day: the denominator, and flags by the kind of their strongest finding. */
export interface DailyCount {
  /** `YYYY-MM-DD`, local. */
  day: string;
  checked: number;
  flagged: number;
  byKind: Partial<Record<FindingKind, number>>;
}

/** What the history page needs beside the rows. */
export interface HistoryOverview {
  list: ListBrief | null;
  recording: RecordingState;
  /** Why the last page was not recorded though recording is on; null where it was. */
  unrecorded: RecordingFault | null;
  retentionDays: number;
  /** What the last run of the retention removed, and after how many days; null if it removed nothing yet. */
  removed: { at: string; flags: number; days: number } | null;
  /** Where the organisation takes reports, by policy. */
  support: string | null;
  /** Oldest first, without gaps where it was recording. */
  daily: DailyCount[];
}

/** What filters can be set to. */
export interface HistoryChoices {
  /** Exchanges that have flags, most flags first. */
  exchanges: { id: string; name: string; flags: number }[];
  /** The domains with most flags, most first. */
  domains: { domain: string; flags: number }[];
  /** Newest first. */
  listVersions: number[];
}

export const NO_CHOICES: HistoryChoices = { exchanges: [], domains: [], listVersions: [] };

/** What the history page asks of the extension. */
export interface HistoryPort {
  overview(): Promise<HistoryOverview>;
  choices(): Promise<HistoryChoices>;
  /** The newest flags before all are counted; absent where they come no sooner than the rest. */
  newest?(limit: number): Promise<FlagAnswer>;
  query(filter: FlagQuery, offset: number, limit: number): Promise<FlagAnswer>;
  /** The findings with what the list in use knows of their exchanges. */
  explained?(findings: Finding[]): Promise<Finding[]>;
  remove(selection: FlagSelection): Promise<DeleteReceipt>;
  /** Answers how many flags came back. */
  restore(undo: string): Promise<number>;
  setRecording(mode: 'on' | 'paused'): Promise<void>;
  ignore(request: IgnoreRequest): Promise<void>;
  lineageOf(exchangeId: string): Promise<LineageModel | null>;
  /** Accepts or rejects a name as the exchange's, or takes that back. */
  decide(exchangeId: string, domain: string, decision: CandidateName['decision']): Promise<void>;
  propose(exchangeId: string, domain: string): Promise<ProposalAnswer>;
  copy(text: string): Promise<void>;
  /** Saves a drawing or chart; absent where the browser cannot. */
  savePicture?(name: string, svg: string, kind: 'svg' | 'png'): Promise<void>;
  /** Opens the export of some flags by id, or of all that match a filter. Absent until export exists. */
  openExport?(selection: FlagSelection): void;
  /** Called when the stored flags changed elsewhere; returns the way to stop listening. */
  onChange(listener: () => void): () => void;
}
