import { useEffect, useState } from 'preact/hooks';
import { History, type HistoryRoute } from '../../components/history/history.tsx';
import { exportUrl } from '../surface/export-url.ts';
import { historyPort } from './port.ts';
import { readRoute, writeRoute } from './route.ts';

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
      port={historyPort}
      route={route}
      optionsUrl="/options.html"
      onRoute={(next) => {
        location.hash = writeRoute(next);
      }}
    />
  );
}
