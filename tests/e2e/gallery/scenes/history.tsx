import { History, type HistoryRoute } from '../../../../components/history/history.tsx';
import type { HistoryPort } from '../../../../components/models/history.ts';
import { historyPort, nothing } from '../history-port.ts';
import { PAGE, type Scene } from './scene.ts';

const LOG: HistoryRoute = { view: 'log', search: '' };

function history(port: HistoryPort, route: HistoryRoute = LOG): Scene {
  return {
    ...PAGE,
    styles: ['page', 'history', 'lineage'],
    draw: () => <History port={port} route={route} onRoute={nothing} optionsUrl="#options" />,
  };
}

const flags = (count: number) => historyPort(count, { openExport: nothing });

const fail = async (): Promise<never> => {
  throw new Error('the database is closed');
};

export const HISTORY_SCENES: Readonly<Record<string, Scene>> = {
  'history-log': history(flags(120)),
  'history-empty': history(flags(0)),
  'history-nothing-found': history(flags(120), { view: 'log', search: 'no such host' }),
  'history-by-exchange': history(flags(120), { view: 'by-exchange', exchange: 'okx' }),
  'history-sixty-domains': history(flags(120), { view: 'by-exchange', exchange: 'many' }),
  'history-unrecorded': history(
    historyPort(120, {
      openExport: nothing,
      overview: async () => ({ ...(await historyPort(120).overview()), unrecorded: 'full' }),
    }),
  ),
  'history-failed': history(historyPort(1, { overview: fail })),
  // What was asked after the first answer did not come: the page stands below the alert.
  'history-unanswered': history(historyPort(120, { openExport: nothing, choices: fail })),
};
