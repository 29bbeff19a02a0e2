import type { ExportBundle } from '../../utils/export/bundle.ts';
import type { OpenedExport } from '../../utils/export/opened-export.ts';
import type { ExportOptions } from '../../utils/export/options.ts';
import { prepareExport } from '../../utils/export/prepare.ts';
import { type PackageAccount, readAccount } from '../../utils/export/read-account.ts';
import { Tally } from '../../utils/export/tally.ts';
import type { FlagRecord } from '../../utils/history/flag.ts';
import { localDay } from '../../utils/history/local-day.ts';
import { detectorOfFolder } from '../detector/of-folder.ts';
import { CommandFailure } from '../outcome.ts';
import { joinedOptions } from './joined-options.ts';

/**
 * An opened export as what a writer takes, with all that stood beside its flags and how it was made. Without options
 * the flags go through as they are; with them they are sorted by id, pseudonymised and redacted anew, and keep the
 * study they were exported for.
 * @throws {CommandFailure} at the first line that is no flag.
 * @throws {ImportError} where the package's account of itself does not read.
 */
export async function convertedBundle(
  opened: OpenedExport,
  options: ExportOptions | null,
  salt: Uint8Array,
): Promise<ExportBundle> {
  const { unreadable, ...account } = accountOf(opened);
  if (options === null) {
    const tally = new Tally();
    const beside = async () => ({
      ...(await besideOf(opened)),
      lists: tally.lists(),
      detectors: tally.detectors(),
      unreadable,
    });
    return { account, flags: tallied(flagsOf(opened), tally), beside };
  }
  const sorted: FlagRecord[] = [];
  for await (const flag of flagsOf(opened)) sorted.push(flag);
  sorted.sort((a, b) => (a.flag_id < b.flag_id ? -1 : 1));
  const { daily, coverage, edges, records } = await besideOf(opened);
  const source = {
    async *flags() {
      for (const [i, flag] of sorted.entries()) if (flag.flag_id !== sorted[i - 1]?.flag_id) yield flag;
    },
    daily: async () => daily,
    coverage: async () => coverage,
    edges: async () => edges.map((edge) => ({ ...edge, id: '' })),
    records: async (ids: string[]) => records.filter(({ id }) => ids.includes(id)),
  };
  const kept = account.options
    ? joinedOptions(account.options, options)
    : { ...options, study: studyOf(sorted) };
  const redacted = prepareExport(source, {
    ...account,
    // Ids that were made anew once name their flag from then on.
    options: { ...kept, flag_ids: 'kept' },
    salt,
    wanted: () => true,
    days: null,
    tzOffsetMinutes: sorted[0]?.tz_offset_min ?? 0,
  });
  return {
    account: { ...account, options: kept },
    flags: redacted.flags,
    beside: async () => ({ ...(await redacted.beside()), unreadable }),
  };
}

/** How the export says it was made; NDJSON says nothing. */
function accountOf({ account }: OpenedExport): PackageAccount {
  if (account !== null) return readAccount(account);
  return {
    options: null,
    extension_version: '',
    detector_version: detectorOfFolder(),
    consent: null,
    answers: [],
    unreadable: 0,
  };
}

async function besideOf(opened: OpenedExport) {
  const [daily, coverage, edges, records] = await Promise.all([
    opened.daily(),
    opened.coverage(),
    opened.edges(),
    opened.records(),
  ]);
  return { daily, coverage, edges, records };
}

/** The study of all flags; none where they are of several, as after a merge. */
function studyOf(flags: FlagRecord[]): ExportOptions['study'] {
  const first = flags[0];
  if (!first || first.study_id === null || first.participant_id === null) return null;
  const { study_id, participant_id } = first;
  const same = flags.every((flag) => flag.study_id === study_id && flag.participant_id === participant_id);
  return same ? { study_id, participant_id } : null;
}

async function* tallied(flags: AsyncIterable<FlagRecord>, tally: Tally): AsyncGenerator<FlagRecord> {
  for await (const flag of flags) {
    tally.add(flag, localDay(flag));
    yield flag;
  }
}

async function* flagsOf(opened: OpenedExport): AsyncGenerator<FlagRecord> {
  for await (const read of opened.flags()) {
    if ('fault' in read) {
      throw new CommandFailure(
        `line ${read.line}: ${read.fault} ${read.detail}; see ensign flags validate`,
        1,
      );
    }
    yield read.flag;
  }
}
