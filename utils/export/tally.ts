import type { DailyCount, FlagRecord } from '../history/flag.ts';
import { type DayLimits, type DaySpan, isWithin } from './exported-part.ts';

type ListUse = { version: number; sha256: string; flags: number };
type DetectorUse = { version: string; flags: number };

const NO_DAY: DaySpan = { from: '9999-12-31', to: '1970-01-01' };

/** What is counted while flags pass by, so that what stands beside them speaks of exported rows alone. */
export class Tally {
  unreadable = 0;
  /** Whether a flag that was read was ticked off. */
  leftOut = false;
  readonly hosts = new Set<string>();
  /** Documents of the flags, as far as candidates rest on them. */
  readonly documents = new Set<string>();
  readonly #exchanges = new Set<string>();
  readonly #days = new Map<string, Pick<DailyCount, 'flagged' | 'kinds'>>();
  readonly #lists = new Map<string, ListUse>();
  readonly #detectors = new Map<string, number>();

  /** @param day local calendar day on which the flag was observed. */
  add(flag: FlagRecord, day: string): void {
    this.hosts.add(flag.host);
    for (const { exchange } of flag.findings) if (exchange !== null) this.#exchanges.add(exchange);
    const count = this.#days.get(day) ?? { flagged: 0, kinds: {} };
    count.flagged += 1;
    for (const kind of new Set(flag.findings.map((finding) => finding.kind))) {
      count.kinds[kind] = (count.kinds[kind] ?? 0) + 1;
    }
    this.#days.set(day, count);
    const { version, sha256 } = flag.list;
    const key = `${version} ${sha256}`;
    const list = this.#lists.get(key) ?? { version, sha256, flags: 0 };
    list.flags += 1;
    this.#lists.set(key, list);
    this.#detectors.set(flag.detector_version, (this.#detectors.get(flag.detector_version) ?? 0) + 1);
  }

  exchanges(): string[] {
    return [...this.#exchanges].sort();
  }

  lists(): ListUse[] {
    return [...this.#lists.values()].sort((a, b) => a.version - b.version || (a.sha256 < b.sha256 ? -1 : 1));
  }

  detectors(): DetectorUse[] {
    return [...this.#detectors]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([version, flags]) => ({ version, flags }));
  }

  /** The days asked for, an open end by the flags where they decide; without any flag no day. */
  span({ from, to, byFlags, today }: DayLimits): DaySpan {
    const days = [...this.#days.keys()].sort();
    if (byFlags && days.length === 0) return NO_DAY;
    const first = from ?? (byFlags ? days[0] : '');
    const last = to ?? (byFlags ? days.at(-1) : null);
    return { from: first ?? '', to: last == null || last >= today ? null : last };
  }

  /**
   * The stored denominators with the exported flags: a row taken out is not to be told by the day's count.
   * Days with exported flags but no stored count stand with 0 checked.
   */
  daily(stored: DailyCount[], days: DaySpan | null): DailyCount[] {
    const checked = new Map(stored.map((count) => [count.day, count.checked]));
    return [...new Set([...checked.keys(), ...this.#days.keys()])]
      .filter((day) => !days || isWithin(day, days))
      .sort()
      .map((day) => {
        const { flagged, kinds } = this.#days.get(day) ?? { flagged: 0, kinds: {} };
        return { day, checked: checked.get(day) ?? 0, flagged, kinds };
      });
  }
}
