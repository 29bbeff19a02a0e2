import browser from 'webextension-polyfill';
import type {
  DeleteReceipt,
  FlagAnswer,
  FlagFilter,
  FlagRow,
  FlagSelection,
} from '../../components/models/flag.ts';
import type { HistoryOverview } from '../../components/models/history.ts';
import type { StoredFlag } from '../../utils/history/flag.ts';
import { matchingIds, queryFlags } from '../../utils/history/query.ts';
import { removeFlags, restoreFlags } from '../../utils/history/remove.ts';
import type { ListIndex } from '../../utils/list/lookup.ts';
import { readSettings } from '../../utils/settings/store.ts';
import type { Finding } from '../../utils/verdict/finding.ts';
import { engine, wholeList } from './engine.ts';
import { flagBrief, listBrief } from './popup-model.ts';
import { history } from './recorder.ts';

/** What the history page needs beside the rows. */
export async function historyOverview(): Promise<HistoryOverview> {
  const [database, settings, loaded, list, kept] = await Promise.all([
    history(),
    readSettings(),
    engine(),
    wholeList(),
    browser.storage.local.get('retention'),
  ]);
  const daily = await database.getAll('daily');
  const counts = new Map<string, number>();
  const versions = new Set<number>();
  for await (const { value } of database.transaction('flags').store.iterate()) {
    versions.add(value.list.version);
    for (const id of value.local.exchanges) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return {
    list: listBrief(loaded),
    recording: { mode: settings.recording, locked: false },
    retentionDays: settings.retentionDays,
    removed: (kept.retention as HistoryOverview['removed'] | undefined) ?? null,
    daily: daily.map(({ day, checked, flagged, kinds }) => ({ day, checked, flagged, byKind: kinds })),
    exchanges: [...counts]
      .map(([id, flags]) => ({ id, name: list.exchangeById(id)?.name ?? id, flags }))
      .sort((a, b) => b.flags - a.flags),
    listVersions: [...versions].sort((a, b) => b - a),
  };
}

/** One window of the flags that match, newest first. */
export async function historyQuery(filter: FlagFilter, offset: number, limit: number): Promise<FlagAnswer> {
  const list = await wholeList();
  const answer = await queryFlags(await history(), filter, offset, limit);
  return {
    offset,
    rows: answer.flags.map((flag) => flagRow(flag, list)),
    matched: answer.matched,
    stored: answer.stored,
    days: answer.days,
  };
}

/** Deletes flags; undone by `restoreDeleted` with the receipt. */
export async function deleteFlags(selection: FlagSelection): Promise<DeleteReceipt> {
  const database = await history();
  const ids = 'ids' in selection ? selection.ids : await matchingIds(database, selection.filter);
  const undo = crypto.randomUUID();
  return { deleted: await removeFlags(database, ids, undo), undo };
}

export async function restoreDeleted(undo: string): Promise<number> {
  return restoreFlags(await history(), undo);
}

function flagRow(flag: StoredFlag, list: ListIndex): FlagRow {
  return {
    ...flagBrief(flag),
    hostAscii: flag.host,
    findings: flag.local.findings.map((finding) => withLineage(finding, list)),
    action: flag.action,
    list: { version: flag.list.version, sha256: flag.list.sha256 },
    detectorVersion: flag.detector_version,
    extensionVersion: flag.extension_version,
    referrerDomain: flag.referrer_domain,
    redirectChain: flag.redirect_chain,
    htmlLang: flag.html_lang,
    title: flag.title,
    url: flag.url,
    redactions: flag.redactions,
  };
}

function withLineage(finding: Finding, list: ListIndex): Finding {
  if (finding.kind !== 'listed') return finding;
  return { ...finding, lineage: list.exchangeById(finding.exchange.id)?.lineage ?? [] };
}
