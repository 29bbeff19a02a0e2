import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { EVERYTHING, type FlagQuery } from '../../utils/history/flag-query.ts';
import { counted, phrase } from '../i18n/phrase.ts';
import { Gap, Say, Text } from '../i18n/say.tsx';
import type { HistoryChoices, HistoryOverview, HistoryPort } from '../models/history.ts';
import { Find } from './find.tsx';
import { FlagsADay } from './flags-a-day.tsx';
import { Log } from './log.tsx';
import { readSearch } from './search.ts';
import { Unreadable } from './unreadable.tsx';
import { useDeletion } from './use-deletion.ts';
import { useFlags } from './use-flags.ts';

/** The search waits until typing pauses this long, in ms. */
const PAUSE = 80;

interface Props {
  port: HistoryPort;
  /** null until it is read; the log does not wait for it. */
  overview: HistoryOverview | null;
  choices: HistoryChoices;
  search: string;
  /** All flags are counted, and the first rows stand. */
  onCounted: () => void;
  /** Flags were deleted, or came back: what is counted beside them is no longer so. */
  onChanged: () => void;
  onLineage: (exchange: string) => void;
}

/** The log with its chart, search and filters, selection, deletion and undo. */
export function LogView({ port, overview, choices, search, onCounted, onChanged, onLineage }: Props) {
  const [typed, setTyped] = useState(search);
  const [settled, setSettled] = useState(search);
  const [chosen, setChosen] = useState<FlagQuery>(EVERYTHING);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const lastSelected = useRef<number | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const count = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    setTyped(search);
    setSettled(search);
  }, [search]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const filter = useMemo(() => ({ ...chosen, ...readSearch(settled) }), [chosen, settled]);
  const flags = useFlags(port, filter);
  const { found } = flags;
  const isCounted = found?.counted ?? false;
  useEffect(() => {
    if (isCounted) onCounted();
  }, [isCounted]);

  const deletion = useDeletion(port, (what) => {
    if (what === 'removed') setSelected(new Set());
    flags.reload();
    onChanged();
  });
  const { said, remove } = deletion;
  const receipt = deletion.isBusy ? null : deletion.receipt;
  // What was pressed is gone with what it did: the keyboard goes on at what can be done next, or at the count.
  useEffect(() => undo.current?.focus(), [deletion.receipt]);
  useEffect(() => {
    if (said === 'restored' || said === 'not_done') count.current?.focus();
  }, [said]);
  const select = (offset: number, range: boolean) => {
    const next = new Set(selected);
    const from = range && lastSelected.current !== null ? lastSelected.current : offset;
    const wanted = !selected.has(flags.at(offset)?.id ?? '');
    for (let at = Math.min(from, offset); at <= Math.max(from, offset); at++) {
      const id = flags.at(at)?.id;
      if (id === undefined) continue;
      if (wanted) next.add(id);
      else next.delete(id);
    }
    lastSelected.current = offset;
    setSelected(next);
  };
  const all = found?.counted === true && found.matched === found.stored;
  const tally = found?.counted ? found : null;
  return (
    <>
      <h1 class="sr">
        <Text k="log" />
      </h1>
      {overview === null ? <div class="aday-room" /> : <FlagsADay daily={overview.daily} port={port} />}
      {tally?.stored === 0 ? null : (
        <Find typed={typed} filter={filter} choices={choices} onType={setTyped} onFilter={setChosen} />
      )}
      <div class="tally">
        <span class="num" role="status" ref={count} tabIndex={-1}>
          {tally === null ? (
            <Text k="loading" />
          ) : tally.stored === 0 ? null : (
            <Say of={counted('flags_found', tally.stored, { matched: tally.matched })} />
          )}
        </span>
        {tally === null || all ? null : (
          <button
            type="button"
            class="link"
            onClick={() => {
              count.current?.focus();
              setTyped('');
              setChosen(EVERYTHING);
            }}
          >
            <Text k="clear_filters" />
          </button>
        )}
        {selected.size === 0 ? null : (
          <button type="button" class="link" onClick={() => void remove({ ids: [...selected] })}>
            <Say of={counted('delete_selected', selected.size)} />
          </button>
        )}
        {tally === null || tally.matched === 0 || selected.size > 0 ? null : (
          <button type="button" class="link" onClick={() => void remove({ filter: tally.filter })}>
            <Say of={all ? phrase('delete_all') : counted('delete_found', tally.matched)} />
          </button>
        )}
        {port.openExport === undefined || tally === null || tally.matched === 0 ? null : (
          <button
            type="button"
            class="link"
            onClick={() =>
              port.openExport?.(selected.size === 0 ? { filter: tally.filter } : { ids: [...selected] })
            }
          >
            {selected.size === 0 ? (
              <Text k="export_these" />
            ) : (
              <Say of={counted('export_selected', selected.size)} />
            )}
          </button>
        )}
      </div>
      {overview === null || overview.removed === null ? null : (
        <p class="note">
          <Say
            of={counted('retention_removed', overview.removed.flags, {
              date: { date: overview.removed.at },
              days: overview.removed.days,
            })}
          />
        </p>
      )}
      <div class={receipt === null && said === null ? 'toast sr' : 'toast'} role="status">
        {said === null ? null : <Text k={said} />}
        {receipt === null ? null : (
          <>
            {said === null ? null : <Gap />}
            <Say of={counted('deleted', receipt.deleted)} />{' '}
            <button type="button" class="link" ref={undo} onClick={() => void deletion.restore()}>
              <Text k="undo" />
            </button>
          </>
        )}
      </div>
      {flags.failed ? (
        <Unreadable cause={flags.failed} />
      ) : tally?.matched === 0 ? (
        <p class="empty">
          <Text k={tally.stored === 0 ? 'history_empty' : 'nothing_found'} />
        </p>
      ) : (
        <Log
          flags={flags}
          daily={overview?.daily ?? []}
          port={port}
          selected={selected}
          onSelect={select}
          onDelete={(ids) => void remove({ ids })}
          onLineage={onLineage}
          onSaid={deletion.say}
        />
      )}
    </>
  );
}
