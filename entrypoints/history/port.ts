import type { FlagAnswer } from '../../components/models/flag.ts';
import type { HistoryOverview, HistoryPort } from '../../components/models/history.ts';
import { HistoryError, openHistory } from '../../utils/history/database.ts';
import { EVERYTHING, type FlagQuery } from '../../utils/history/flag-query.ts';
import { type FlagReader, readerOf } from '../../utils/history/flag-reader.ts';
import { keepOpen } from '../../utils/history/keep-open.ts';
import { flagChoices, latestFlags, queryFlags } from '../../utils/history/query.ts';
import type { Finding } from '../../utils/verdict/finding.ts';
import { exportUrl } from '../surface/export-url.ts';
import { onStoredChange } from '../surface/on-change.ts';
import { savePicture } from '../surface/save.ts';
import { send } from '../surface/send.ts';
import { flagOutline, flagRow, newestAnswer } from './flag-rows.ts';

const reader = readerOf(keepOpen(openHistory));

/**
 * The page reads the history itself: no message carries rows, and no worker has to wake for them. Where the
 * browser gives this page no database, as in a private window of Firefox, the background answers instead.
 */
async function direct(): Promise<FlagReader | null> {
  try {
    return await reader();
  } catch (error) {
    if (error instanceof HistoryError && error.reason === 'refused') return null;
    throw error;
  }
}

async function query(filter: FlagQuery, offset: number, limit: number): Promise<FlagAnswer> {
  const flags = await direct();
  if (flags === null) return send('historyQuery', { filter, offset, limit });
  const { index, matches } = await flags.find(filter);
  const found = await queryFlags(flags, filter, offset, limit);
  const { matched, stored, days } = found;
  const outline = (at: number) => {
    const slot = matches.slots[at];
    return slot === undefined || index.ids[slot] === null ? null : flagOutline(index.entry(slot));
  };
  return { offset, rows: found.flags.map(flagRow), matched, stored, days, outline };
}

async function newest(limit: number): Promise<FlagAnswer> {
  const flags = await direct();
  return flags === null
    ? query(EVERYTHING, 0, limit)
    : newestAnswer(await latestFlags(flags.database, limit));
}

async function overview(): Promise<HistoryOverview> {
  try {
    return await send('historyOverview', {});
  } catch (error) {
    // A refusal does not say why: where the page cannot open the history either, it knows.
    await direct();
    throw error;
  }
}

async function choices() {
  const flags = await direct();
  if (flags === null) return send('historyChoices', {});
  const { exchanges, ...rest } = flagChoices(await flags.index());
  void flags.tidy();
  const names = await send('exchangeNames', { ids: exchanges.map(({ id }) => id) });
  return { ...rest, exchanges: exchanges.map((one) => ({ ...one, name: names[one.id] ?? one.id })) };
}

async function explained(findings: Finding[]): Promise<Finding[]> {
  const ids = findings.flatMap((one) => (one.kind === 'listed' ? one.exchange.id : []));
  if (ids.length === 0) return findings;
  const records = new Map((await send('exchangeRecords', { ids })).map((record) => [record.id, record]));
  return findings.map((one) =>
    one.kind === 'listed' ? { ...one, lineage: records.get(one.exchange.id)?.lineage ?? [] } : one,
  );
}

export const historyPort: HistoryPort = {
  overview,
  choices,
  newest,
  query,
  explained,
  remove: (selection) => send('deleteFlags', selection),
  restore: (undo) => send('restoreFlags', { undo }),
  setRecording: (mode) => send('setRecording', { mode }),
  ignore: (request) => send('ignore', request),
  lineageOf: (exchange) => send('lineage', { exchange }),
  decide: (exchange, domain, decision) => send('decideCandidate', { exchange, domain, decision }),
  propose: (exchange, domain) => send('proposeCandidate', { exchange, domain }),
  copy: (text) => navigator.clipboard.writeText(text),
  savePicture,
  openExport: (filter) => location.assign(exportUrl(filter)),
  onChange: onStoredChange,
};
