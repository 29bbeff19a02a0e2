import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { counted, phrase } from '../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import type { DailyCount, HistoryPort } from '../models/history.ts';
import { FlagDetail } from './flag-detail.tsx';
import { FlagLine } from './flag-row.tsx';
import { logShape } from './log-shape.ts';
import type { Flags } from './use-flags.ts';
import { useWindowRows } from './use-window-rows.ts';

interface Props {
  flags: Flags;
  daily: DailyCount[];
  port: HistoryPort;
  selected: ReadonlySet<string>;
  /** Ids in the order shown, and whether the stretch from the last selected one is meant. */
  onSelect: (offset: number, range: boolean) => void;
  onDelete: (ids: string[]) => void;
  onLineage: (exchange: string) => void;
  onSaid: (key: 'copied' | 'ignore_done') => void;
}

/** The log: a head for each day, a line for each flag, of which only those in sight are drawn. */
export function Log(props: Props) {
  const { flags, port } = props;
  const [open, setOpen] = useState<string | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const translator = useTranslator();
  const shape = logShape(flags.found?.days ?? []);
  const rows = useWindowRows(shape.count, margin);
  useLayoutEffect(() => {
    const top = (body.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (Math.abs(top - margin) > 1) setMargin(top);
  });
  const offsets = rows.visible.map(({ index }) => shape.at(index)).filter((place) => 'offset' in place);
  useLayoutEffect(() => {
    const [first] = offsets;
    const last = offsets.at(-1);
    if (first && last) flags.want(first.offset, last.offset);
  });
  const checked = new Map(props.daily.map((one) => [one.day, one]));
  return (
    <div
      class="log"
      role="table"
      aria-label={translator.plain(phrase('log'))}
      aria-rowcount={shape.count + 1}
    >
      <div role="rowgroup">
        <div class="line heads" role="row">
          {(
            ['log_finding', 'log_time', 'log_host', 'log_why', 'log_list', 'log_action', 'log_more'] as const
          ).map((key) => (
            <span class={HEADS[key]} role="columnheader" key={key}>
              <span class={key === 'log_more' ? 'sr' : ''}>
                <Text k={key} />
              </span>
            </span>
          ))}
        </div>
      </div>
      <div class="rows" role="rowgroup" ref={body} style={{ height: `${rows.height}px` }}>
        {rows.visible.map(({ index, top }) => {
          const place = shape.at(index);
          const key =
            'day' in place ? `${place.day} ${index}` : (flags.at(place.offset)?.id ?? `${place.offset}`);
          return (
            <div
              class="place"
              key={key}
              ref={rows.measure}
              data-index={index}
              role="presentation"
              style={{ transform: `translateY(${top}px)` }}
            >
              {'day' in place ? (
                <Day day={place.day} flags={place.flags} count={checked.get(place.day)} />
              ) : (
                <Line {...props} offset={place.offset} open={open} onOpen={setOpen} port={port} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const HEADS = {
  log_finding: 'c-what-kind',
  log_time: 'c-time',
  log_host: 'c-host',
  log_why: 'c-why',
  log_list: 'c-list',
  log_action: 'c-act',
  log_more: 'c-do',
} as const;

interface LineProps extends Props {
  offset: number;
  open: string | null;
  onOpen: (id: string | null) => void;
}

function Line({
  flags,
  offset,
  open,
  onOpen,
  selected,
  onSelect,
  onDelete,
  onLineage,
  onSaid,
  port,
}: LineProps) {
  const row = flags.at(offset);
  if (row === null)
    return (
      <div class="line waiting" role="row">
        <span role="cell">
          <span class="sr">
            <Text k="loading" />
          </span>
        </span>
      </div>
    );
  const isOpen = open === row.id;
  return (
    <>
      <FlagLine
        row={row}
        open={isOpen}
        selected={selected.has(row.id)}
        onOpen={() => onOpen(isOpen ? null : row.id)}
        onSelect={(range) => onSelect(offset, range)}
      />
      {isOpen && 'findings' in row ? (
        <FlagDetail
          row={row}
          port={port}
          onDelete={() => onDelete([row.id])}
          onLineage={onLineage}
          onSaid={onSaid}
        />
      ) : null}
    </>
  );
}

/** A day with its denominator: a count of flags says little without the pages checked. */
function Day({ day, flags, count }: { day: string; flags: number; count: DailyCount | undefined }) {
  const translator = useTranslator();
  return (
    <div class="day" role="row">
      <span role="rowheader">
        {translator.day(day)}{' '}
        <span class="label num">
          {count === undefined ? (
            <Say of={counted('day_shown', flags)} />
          ) : (
            <Say
              of={phrase('day_denominator', {
                checked: counted('pages_checked', count.checked),
                flagged: count.flagged,
              })}
            />
          )}
        </span>
      </span>
    </div>
  );
}
