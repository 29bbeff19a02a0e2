import type { FlagAnswer, FlagBrief, FlagOutline, FlagRow } from '../../components/models/flag.ts';
import type { StoredFlag } from '../../utils/history/flag.ts';
import { type IndexEntry, strongestKind } from '../../utils/history/index/entry.ts';
import { localDay } from '../../utils/history/local-day.ts';

/** A stored flag as surfaces list it. */
export function flagBrief(flag: StoredFlag): FlagBrief {
  return {
    id: flag.flag_id,
    observedAt: flag.observed_at,
    tier: flag.tier,
    kind: strongestKind(flag),
    host: flag.host_unicode,
  };
}

/** A stored flag as the history page shows it; what the list in use knows is not in it. */
export function flagRow(flag: StoredFlag): FlagRow {
  return {
    ...flagBrief(flag),
    hostAscii: flag.host,
    findings: flag.local.findings,
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

/** An entry of the index as a line of the log. */
export function flagOutline(entry: IndexEntry): FlagOutline {
  return {
    id: entry.id,
    observedAt: new Date(entry.at).toISOString(),
    tier: entry.tier,
    kind: entry.kind,
    host: entry.hostUnicode,
    action: entry.action,
    listVersion: entry.listVersion,
  };
}

/** The newest flags as an answer that counts nothing beyond them. */
export function newestAnswer(flags: readonly StoredFlag[]): FlagAnswer {
  const days: FlagAnswer['days'] = [];
  for (const day of flags.map(localDay)) {
    const last = days.at(-1);
    if (last?.day === day) last.flags += 1;
    else days.push({ day, flags: 1 });
  }
  const { length } = flags;
  return { offset: 0, rows: flags.map(flagRow), matched: length, stored: length, days, counted: false };
}
