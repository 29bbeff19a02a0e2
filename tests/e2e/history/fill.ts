import { buildFlag } from '../../../utils/history/build-flag.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import type { Finding } from '../../../utils/verdict/finding.ts';
import * as f from '../gallery/findings.ts';
import type { Driver } from '../harness/driver.ts';

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

/**
 * Puts flags straight into the database of the extension, as many as asked, over the ninety days before `until`
 * (milliseconds since the epoch): the same from the same seed. Two of three, or the share asked for, are of a host
 * of their own kind of name, many of them seen once.
 */
export async function fillHistory(
  driver: Driver,
  count: number,
  until: number,
  seed = 6,
  ownNames = 2 / 3,
): Promise<void> {
  await driver.inExtension(
    async (flags, total, end, start, share) => {
      let state = start >>> 0;
      const random = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
      };
      const digits = (length: number) =>
        Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open('ensign-history');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      const days = new Map<string, { flagged: number; kinds: Record<string, number> }>();
      for (let from = 0; from < total; from += 2000) {
        const write = database.transaction('flags', 'readwrite', { durability: 'relaxed' });
        const store = write.objectStore('flags');
        for (let n = from; n < Math.min(total, from + 2000); n++) {
          const template = flags[Math.floor(random() * flags.length)] as StoredFlag;
          const own = random() < share ? `site-${Math.floor(random() ** 2 * 50_000)}.example` : null;
          const host = own ?? template.host;
          const id = `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
          const at = new Date(end - Math.floor(random() * 90 * 86_400_000)).toISOString();
          store.add({
            ...template,
            flag_id: id,
            observed_at: at,
            host,
            host_unicode: host,
            registrable_domain: own ?? template.registrable_domain,
            list: { ...template.list, version: 1 + Math.floor(random() * 3) },
            local: { ...template.local, document: id },
          });
          const day = days.get(at.slice(0, 10)) ?? { flagged: 0, kinds: {} };
          day.flagged += 1;
          for (const kind of template.local.kinds) day.kinds[kind] = (day.kinds[kind] ?? 0) + 1;
          days.set(at.slice(0, 10), day);
        }
        await new Promise<void>((resolve, reject) => {
          write.oncomplete = () => resolve();
          write.onabort = () => reject(write.error);
        });
      }
      const write = database.transaction('daily', 'readwrite');
      for (const [day, { flagged, kinds }] of days) {
        write.objectStore('daily').put({ day, checked: flagged * 9, flagged, kinds });
      }
      await new Promise<void>((resolve) => {
        write.oncomplete = () => resolve();
      });
      database.close();
    },
    templates(),
    count,
    until,
    seed,
    ownNames,
  );
}
