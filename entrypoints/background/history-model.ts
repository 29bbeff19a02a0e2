import browser from 'webextension-polyfill';
import type { DeleteReceipt, FlagAnswer, FlagSelection } from '../../components/models/flag.ts';
import type { HistoryChoices, HistoryOverview } from '../../components/models/history.ts';
import type { FlagQuery } from '../../utils/history/flag-query.ts';
import { flagChoices, matchingIds, queryFlags } from '../../utils/history/query.ts';
import { newReceipt, removeFlags, restoreFlags } from '../../utils/history/remove.ts';
import type { ListIndex } from '../../utils/list/lookup.ts';
import { readInForce } from '../../utils/settings/store.ts';
import type { Finding } from '../../utils/verdict/finding.ts';
import { flagRow } from '../history/flag-rows.ts';
import { engine, wholeList } from './engine.ts';
import { dropDeletedAccounts } from './known-accounts.ts';
import { listBrief } from './popup-model.ts';
import { flagReader, history } from './recorder.ts';
import { recordingState } from './recording.ts';
import { orNull, report } from './report.ts';
import { forgetNoted } from './trail.ts';
import { unrecorded } from './unrecorded.ts';

/** What the history page needs beside the rows. */
export async function historyOverview(): Promise<HistoryOverview> {
  const [database, { settings, policy }, recording, fault, loaded, kept] = await Promise.all([
    history(),
    readInForce(),
    recordingState(),
    unrecorded(),
    orNull(engine()),
    browser.storage.local.get('retention'),
  ]);
  const daily = await database.getAll('daily');
  const removed = kept.retention as { at: string; flags: number; days?: number } | undefined;
  return {
    list: loaded && listBrief(loaded),
    recording,
    unrecorded: fault,
    retentionDays: settings.retentionDays,
    support: policy.values.supportAddress ?? null,
    removed: removed ? { days: settings.retentionDays, ...removed } : null,
    daily: daily.map(({ day, checked, flagged, kinds }) => ({ day, checked, flagged, byKind: kinds })),
  };
}

/** What filters can be set to. */
export async function historyChoices(): Promise<HistoryChoices> {
  const { exchanges, ...rest } = flagChoices(await (await flagReader()).index());
  const names = await exchangeNames(exchanges.map(({ id }) => id));
  return { ...rest, exchanges: exchanges.map((one) => ({ ...one, name: names[one.id] ?? one.id })) };
}

/** Names of exchanges by id; ids that the list in use does not know are left out. */
export async function exchangeNames(ids: string[]): Promise<Record<string, string>> {
  const list = await orNull(wholeList());
  return Object.fromEntries(
    ids.flatMap((id) => {
      const record = list?.exchangeById(id);
      return record ? [[id, record.name]] : [];
    }),
  );
}

/** One window of the flags that match, newest first. */
export async function historyQuery(filter: FlagQuery, offset: number, limit: number): Promise<FlagAnswer> {
  const list = await orNull(wholeList());
  const answer = await queryFlags(await flagReader(), filter, offset, limit);
  const rows = answer.flags.map(flagRow).map((row) => ({
    ...row,
    findings: row.findings.map((finding) => withLineage(finding, list)),
  }));
  return { offset, rows, matched: answer.matched, stored: answer.stored, days: answer.days };
}

/** Deletes flags, and what the trail took from their pages; undone by `restoreDeleted` with the receipt. */
export async function deleteFlags(selection: FlagSelection): Promise<DeleteReceipt> {
  const ids = 'ids' in selection ? selection.ids : await matchingIds(await flagReader(), selection.filter);
  const undo = newReceipt(new Date());
  const { flags, exchangeDays } = await removeFlags(await history(), ids, undo);
  forgetNoted();
  // The flags are gone, and their undo must be told: what accounts stay go with their day.
  await dropDeletedAccounts(exchangeDays).catch(report);
  return { deleted: flags, undo };
}

export async function restoreDeleted(undo: string): Promise<number> {
  const restored = await restoreFlags(await history(), undo);
  forgetNoted();
  return restored;
}

function withLineage(finding: Finding, list: ListIndex | null): Finding {
  if (list === null || finding.kind !== 'listed') return finding;
  return { ...finding, lineage: list.exchangeById(finding.exchange.id)?.lineage ?? [] };
}
