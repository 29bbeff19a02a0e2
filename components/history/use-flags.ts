import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FlagQuery } from '../../utils/history/flag-query.ts';
import type { FlagAnswer, FlagOutline, FlagRow } from '../models/flag.ts';
import type { HistoryPort } from '../models/history.ts';
import { asksForAll } from './search.ts';

/** Rows asked for at once: what a window shows, and some more. */
const WINDOW = 50;

export interface Found extends Pick<FlagAnswer, 'matched' | 'stored' | 'days'> {
  counted: boolean;
  /** What was asked: while another answer is on its way, not what is asked now. */
  filter: FlagQuery;
}

export interface Flags {
  /** null until the first answer. */
  found: Found | null;
  /** The flag at an offset: whole, in outline while the whole is on its way, or null where not even that is known. */
  at(offset: number): FlagRow | FlagOutline | null;
  /** Makes sure the rows of a stretch are there or asked for. */
  want(first: number, last: number): void;
  /** Asks everything anew. */
  reload(): void;
  /** Why they could not be read; null where they were. */
  failed: Error | null;
}

interface State {
  found: Found | null;
  outline: FlagAnswer['outline'];
  failed: Error | null;
}

const LONGEST_WAIT_MS = 300;

/** Once what was drawn stands on the screen. */
function idle(): Promise<void> {
  return new Promise((done) => requestIdleCallback(() => done(), { timeout: LONGEST_WAIT_MS }));
}

/** The flags that match a filter, fetched in windows as they are looked at. An answer to an older filter is dropped. */
export function useFlags(port: HistoryPort, filter: FlagQuery): Flags {
  const rows = useRef(new Map<number, FlagRow>());
  /** Rows read before the last reload, by id: each stands in for its outline until it is read anew. */
  const earlier = useRef(new Map<string, FlagRow>());
  const asked = useRef(new Set<number>());
  const turn = useRef(0);
  /** The turn that `rows` are of. */
  const rowsTurn = useRef(0);
  const [state, setState] = useState<State>({ found: null, outline: undefined, failed: null });

  const take = useCallback((answer: FlagAnswer, filter: FlagQuery) => {
    // Whichever window comes first begins the turn: one that came before the first window stays.
    if (rowsTurn.current !== turn.current) {
      for (const row of rows.current.values()) earlier.current.set(row.id, row);
      rows.current = new Map();
      rowsTurn.current = turn.current;
    }
    for (const [index, row] of answer.rows.entries()) {
      rows.current.set(answer.offset + index, row);
      earlier.current.delete(row.id);
    }
    const { matched, stored, days, outline, counted = true } = answer;
    setState({ found: { matched, stored, days, counted, filter }, outline, failed: null });
  }, []);

  const ask = useCallback(
    async (start: number) => {
      if (asked.current.has(start)) return;
      asked.current.add(start);
      const mine = turn.current;
      try {
        const answer = await port.query(filter, start, WINDOW);
        if (mine === turn.current) take(answer, filter);
      } catch (cause) {
        if (mine !== turn.current) return;
        console.error('history: the flags could not be read', cause);
        asked.current.delete(start);
        setState((before) => ({ ...before, failed: cause as Error }));
      }
    },
    [port, filter, take],
  );

  // What waited for a deletion reloads later: by then another filter may stand.
  const latest = useRef(ask);
  latest.current = ask;
  const reload = useCallback(() => {
    turn.current += 1;
    asked.current.clear();
    void latest.current(0);
  }, []);

  const first = useRef(true);
  /** The newest are on their way, and all are asked for after them: nothing that changes meanwhile is missed. */
  const beginning = useRef(false);
  useEffect(() => {
    const newest = first.current && asksForAll(filter) ? port.newest : undefined;
    first.current = false;
    if (newest === undefined) return reload();
    const mine = turn.current;
    const isCurrent = () => mine === turn.current;
    beginning.current = true;
    // Counting all holds the page up: it waits until the newest are drawn. A failure shows itself there.
    newest(WINDOW)
      .then(
        (answer) => isCurrent() && take(answer, filter),
        () => undefined,
      )
      .then(idle)
      .then(() => {
        if (!isCurrent()) return;
        beginning.current = false;
        reload();
      });
    return () => {
      beginning.current = false;
      turn.current += 1;
    };
  }, [reload, port, filter, take]);
  useEffect(
    () =>
      port.onChange(() => {
        if (!beginning.current) reload();
      }),
    [port, reload],
  );

  return {
    found: state.found,
    failed: state.failed,
    at(offset) {
      const row = rows.current.get(offset);
      if (row !== undefined) return row;
      const outline = state.outline?.(offset) ?? null;
      return outline && (earlier.current.get(outline.id) ?? outline);
    },
    want(from, to) {
      const end = state.found?.counted ? state.found.matched : 0;
      for (let start = from - (from % WINDOW); start <= to && start < end; start += WINDOW) void ask(start);
    },
    reload,
  };
}
