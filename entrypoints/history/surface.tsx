import { useEffect, useState } from 'preact/hooks';
import { History, type HistoryRoute } from '../../components/history/history.tsx';
import type { HistoryPort } from '../../components/models/history.ts';
import { exportUrl } from '../surface/export-url.ts';
import { onStoredChange } from '../surface/on-change.ts';
import { savePicture } from '../surface/save.ts';
import { send } from '../surface/send.ts';
import { readRoute, writeRoute } from './route.ts';

const port: HistoryPort = {
  overview: () => send('historyOverview', {}),
  query: (filter, offset, limit) => send('historyQuery', { filter, offset, limit }),
  remove: (selection) => send('deleteFlags', selection),
  async restore(undo) {
    await send('restoreFlags', { undo });
  },
  setRecording: (mode) => send('setRecording', { mode }),
  ignore: (request) => send('ignore', request),
  lineageOf: (exchange) => send('lineage', { exchange }),
  copy: (text) => navigator.clipboard.writeText(text),
  savePicture,
  openExport: (selection) => location.assign(exportUrl(selection)),
  onChange: onStoredChange,
};

/** The history page at the place that the address names. */
export function HistorySurface() {
  const [route, setRoute] = useState<HistoryRoute>(() => readRoute(location.hash));
  useEffect(() => {
    const moved = () => {
      if (location.hash === '#export') location.replace(exportUrl(null));
      else setRoute(readRoute(location.hash));
    };
    moved();
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  return (
    <History
      port={port}
      route={route}
      optionsUrl="/options.html"
      onRoute={(next) => {
        location.hash = writeRoute(next);
      }}
    />
  );
}
