import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DayCount, FlagFilter, FlagRow } from '../models/flag.ts';
import type { HistoryPort } from '../models/history.ts';

/** Rows asked for at once. */
const WINDOW = 100;

export interface Flags {
  /** null until the first answer. */
  found: { matched: number; stored: number; days: DayCount[] } | null;
  /** The row at an offset, or null while it is on its way. */
  at(offset: number): FlagRow | null;
  /** Makes sure the rows of a stretch are there or asked for. */
  want(first: number, last: number): void;
  /** Asks everything anew. */
  reload(): void;
  failed: boolean;
}

/** The flags that match a filter, fetched in windows as they are looked at. An answer to an older filter is dropped. */
export function useFlags(port: HistoryPort, filter: FlagFilter): Flags {
  const rows = useRef(new Map<number, FlagRow>());
  const asked = useRef(new Set<number>());
  const turn = useRef(0);
  const [state, setState] = useState<{ found: Flags['found']; failed: boolean; drawn: number }>({
    found: null,
    failed: false,
    drawn: 0,
  });

  const ask = useCallback(
    async (start: number) => {
      if (asked.current.has(start)) return;
      asked.current.add(start);
      const mine = turn.current;
      try {
        const answer = await port.query(filter, start, WINDOW);
        if (mine !== turn.current) return;
        if (start === 0) rows.current.clear();
        for (const [index, row] of answer.rows.entries()) rows.current.set(answer.offset + index, row);
        const { matched, stored, days } = answer;
        setState((before) => ({ found: { matched, stored, days }, failed: false, drawn: before.drawn + 1 }));
      } catch (cause) {
        if (mine !== turn.current) return;
        console.error('history: the flags could not be read', cause);
        asked.current.delete(start);
        setState((before) => ({ ...before, failed: true }));
      }
    },
    [port, filter],
  );

  const reload = useCallback(() => {
    turn.current += 1;
    asked.current.clear();
    void ask(0);
  }, [ask]);

  useEffect(reload, [reload]);
  useEffect(() => port.onChange(reload), [port, reload]);

  return {
    found: state.found,
    failed: state.failed,
    at: (offset) => rows.current.get(offset) ?? null,
    want(first, last) {
      const end = state.found?.matched ?? 0;
      for (let start = first - (first % WINDOW); start <= last && start < end; start += WINDOW)
        void ask(start);
    },
    reload,
  };
}
