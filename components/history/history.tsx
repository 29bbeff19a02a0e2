import { useCallback, useEffect, useState } from 'preact/hooks';
import { Ensign } from '../drawing/flag.tsx';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import { ByExchange } from '../lineage/by-exchange.tsx';
import {
  type HistoryChoices,
  type HistoryOverview,
  type HistoryPort,
  NO_CHOICES,
} from '../models/history.ts';
import { Support } from '../report/support.ts';
import { LogView } from './log-view.tsx';
import { RecordingNote } from './recording-note.tsx';
import { Unreadable } from './unreadable.tsx';

/** Where in the history page one is; kept in the address's hash. */
export type HistoryRoute =
  | { view: 'log'; search: string }
  /** `exchange` null: the one with most flags. */
  | { view: 'by-exchange'; exchange: string | null };

interface Props {
  port: HistoryPort;
  route: HistoryRoute;
  onRoute: (route: HistoryRoute) => void;
  optionsUrl: string;
}

/** The history page: a ship's log, and each exchange's domains over time. */
export function History({ port, route, onRoute, optionsUrl }: Props) {
  const [overview, setOverview] = useState<HistoryOverview | null>(null);
  const [choices, setChoices] = useState<HistoryChoices | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const translator = useTranslator();
  // What filters can be set to is taken from all flags: the first rows need not wait for that.
  const [counted, setCounted] = useState(false);
  const wantsChoices = counted || route.view === 'by-exchange';
  const load = useCallback(async () => {
    try {
      setOverview(await port.overview());
      if (wantsChoices) setChoices(await port.choices());
      setFailed(null);
    } catch (cause) {
      console.error('history: the overview could not be read', cause);
      setFailed(cause as Error);
    }
  }, [port, wantsChoices]);
  useEffect(() => void load(), [load]);
  useEffect(() => port.onChange(() => void load()), [port, load]);
  return (
    <Support.Provider value={overview?.support ?? null}>
      <header class="bar">
        <span class="brand">
          <Ensign />
          <Text k="app_name" />
        </span>
        <nav class="tabs" aria-label={translator.plain(phrase('history'))}>
          <Tab name="log" route={route} />
          <Tab name="by-exchange" route={route} />
          {port.openExport === undefined ? null : (
            <a href="#export">
              <Text k="export" />
            </a>
          )}
          <a href={optionsUrl}>
            <Text k="options" />
          </a>
        </nav>
        {overview === null ? null : (
          <RecordingNote overview={overview} port={port} onChange={() => void load()} />
        )}
      </header>
      <main class="history">
        {failed && <Unreadable cause={failed} />}
        {overview === null || overview.unrecorded === null ? null : (
          <p class="problem" role="alert">
            <Text k={keyed('unrecorded', overview.unrecorded)} />
          </p>
        )}
        {failed && overview === null ? null : route.view === 'log' ? (
          <LogView
            port={port}
            overview={overview}
            choices={choices ?? NO_CHOICES}
            search={route.search}
            onCounted={() => setCounted(true)}
            onChanged={() => void load()}
            onLineage={(exchange) => onRoute({ view: 'by-exchange', exchange })}
          />
        ) : (
          <ByExchange
            port={port}
            exchanges={choices?.exchanges ?? null}
            exchange={route.exchange}
            onExchange={(exchange) => onRoute({ view: 'by-exchange', exchange })}
          />
        )}
      </main>
    </Support.Provider>
  );
}

function Tab({ name, route }: { name: 'log' | 'by-exchange'; route: HistoryRoute }) {
  const here = route.view === name;
  return (
    <a href={`#${name}`} {...(here ? { 'aria-current': 'page' } : {})}>
      <Text k={name === 'log' ? 'log' : 'by_exchange'} />
    </a>
  );
}
