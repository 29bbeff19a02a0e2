import { seededRandom } from '../../../cli/seeded-random.ts';
import { buildFlag } from '../../../utils/history/build-flag.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import type { Finding } from '../../../utils/verdict/finding.ts';
import * as f from '../gallery/findings.ts';
import type { Driver } from '../harness/driver.ts';
import { type FlagRow, putFlags } from './put-flags.ts';

const VISITS: { host: string; findings: Finding[]; action: StoredFlag['action'] }[] = [
  { host: 'okex.com', findings: [f.former], action: 'shown' },
  { host: '0kx.com', findings: [f.lookalike], action: 'left' },
  { host: 'www.ouyi-rumen.example', findings: [f.landing, f.operations], action: 'shown' },
  { host: 'www.ou-yi-global.example', findings: [f.brandClaim, f.succession], action: 'ignored' },
  { host: 'okx-wallets.com', findings: [f.combo], action: 'continued' },
  { host: 'www.okx.com', findings: [f.listed], action: 'shown' },
  { host: 'nexo.com', findings: [f.lender], action: 'reported' },
];

/** Flags as the extension records them, to make others from. */
function templates(): StoredFlag[] {
  return VISITS.map(({ host, findings, action }) => ({
    ...buildFlag(
      {
        tier: findings[0]?.tier ?? 'none',
        host: { ascii: host, unicode: host, registrable: host.replace(/^www\./, '') },
        findings,
        ignored: [],
        list: { version: 1, issued: '2026-11-20' },
      },
      {
        flagId: '',
        document: '',
        now: Date.UTC(2026, 10, 20),
        timezoneOffsetMinutes: 0,
        url: `https://${host}/`,
        title: null,
        htmlLang: 'zh-CN',
        detectedLang: 'zh',
        redirectChain: [],
        referrerDomain: null,
        sessionPseudonym: 'a'.repeat(32),
        settings: { stored_detail: 'host', store_title: false, ignored_kinds: [] },
        listSha256: 'ab'.repeat(32),
        detectorVersion: '1',
        extensionVersion: '0.1.0',
        browser: 'chrome 156',
        os: 'linux',
      },
    ),
    action,
  }));
}

const DAY = 86_400_000;

/** What the history counts of a day. */
interface DayCount {
  flagged: number;
  kinds: Record<string, number>;
}

/**
 * Fills the history with as many flags as asked, over the ninety days before `until` (milliseconds since the epoch),
 * and with the counts of their days: the same from the same seed. Two of three, or the share asked for, are of a host
 * of their own kind of name, many of them seen once.
 */
export async function fillNinetyDays(
  driver: Driver,
  count: number,
  until: number,
  seed = 6,
  ownNames = 2 / 3,
): Promise<void> {
  const flags = templates();
  const days = new Map<string, DayCount>();
  const counted = function* () {
    for (const row of rows(flags, count, { until, seed, ownNames })) {
      const date = row.own.observed_at.slice(0, 10);
      const day = days.get(date) ?? { flagged: 0, kinds: {} };
      day.flagged += 1;
      for (const kind of flags[row.template]!.local.kinds) day.kinds[kind] = (day.kinds[kind] ?? 0) + 1;
      days.set(date, day);
      yield row;
    }
  };
  await putFlags(driver, flags, counted());
  await driver.inExtension(putDays, [...days]);
}

function* rows(
  flags: StoredFlag[],
  count: number,
  { until, seed, ownNames }: { until: number; seed: number; ownNames: number },
): Generator<FlagRow> {
  const random = seededRandom(seed);
  const digits = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  for (let n = 0; n < count; n++) {
    const template = Math.floor(random() * flags.length);
    const own = random() < ownNames ? `site-${Math.floor(random() ** 2 * 50_000)}.example` : null;
    const flag_id = `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
    const observed_at = new Date(until - Math.floor(random() * 90 * DAY)).toISOString();
    const list = { ...flags[template]!.list, version: 1 + Math.floor(random() * 3) };
    yield {
      template,
      own: {
        flag_id,
        observed_at,
        list,
        ...(own && { host: own, host_unicode: own, registrable_domain: own }),
      },
    };
  }
}

/** Runs in a page of the extension. */
async function putDays(days: [string, DayCount][]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('ensign-history');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  await new Promise<void>((resolve, reject) => {
    const write = database.transaction('daily', 'readwrite');
    for (const [day, { flagged, kinds }] of days) {
      write.objectStore('daily').put({ day, checked: flagged * 9, flagged, kinds });
    }
    write.oncomplete = () => resolve();
    write.onabort = () => reject(write.error);
  });
  database.close();
}
