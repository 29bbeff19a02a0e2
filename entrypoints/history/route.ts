import type { HistoryRoute } from '../../components/history/history.tsx';

/** '#by-exchange/okx', '#log/0kx.com', '' => where the history page opens. */
export function readRoute(hash: string): HistoryRoute {
  const [view = '', detail = ''] = hash.replace(/^#/, '').split('/', 2);
  const text = decode(detail);
  if (view === 'by-exchange') return { view, exchange: text === '' ? null : text };
  return { view: 'log', search: text };
}

export function writeRoute(route: HistoryRoute): string {
  const detail = route.view === 'log' ? route.search : (route.exchange ?? '');
  return detail === '' ? `#${route.view}` : `#${route.view}/${encodeURIComponent(detail)}`;
}

/** A hash typed by hand may hold a lone percent sign; it is then taken as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
