import type { ExportPort, ExportStudy, PreviewRow } from '../../../components/export/port.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { nothing } from './history-port.ts';
import { STUDY } from './study.ts';

const HOSTS = ['okx.com', 'www.huobi.com', 'binance.com', 'ouyi-rumen.example'];

const ROWS: PreviewRow[] = HOSTS.map((host, i) => {
  const { local: _, ...row } = storedFlag({
    flag_id: `0000000${i}-0000-4000-8000-000000000000`,
    document: '',
    host,
  });
  return { storedId: row.flag_id, row };
});

const { level, time, title, query } = STUDY.export;
export const EXPORT_STUDY: ExportStudy = {
  options: {
    level,
    time,
    title,
    query,
    flag_ids: 'kept',
    study: { study_id: STUDY.study_id, participant_id: 'P-017' },
  },
  fixed: true,
  encrypted: true,
  since: '2026-11-20',
};

/** A history of four flags, to be exported into nothing. */
export function exportPort(study: ExportStudy | null): ExportPort {
  return {
    study: async () => study,
    count: async () => ROWS.length,
    preview: async () => ROWS,
    run: async () => ({ flags: ROWS.length, bytes: 4096, name: 'ensign-export.zip', unreadable: 0 }),
    saveAgain: nothing,
    importFile: async () => ({ added: 4, known: 0, faults: 0, named: [] }),
  };
}
