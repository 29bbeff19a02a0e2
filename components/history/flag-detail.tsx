import { useEffect, useState } from 'preact/hooks';
import type { Finding } from '../../utils/verdict/finding.ts';
import { defang } from '../address/defang.ts';
import { Text } from '../i18n/say.tsx';
import { IgnoreForm } from '../ignore/ignore-form.tsx';
import type { FlagRow } from '../models/flag.ts';
import type { HistoryPort } from '../models/history.ts';
import { usePanel } from '../panel/use-panel.ts';
import { ReportForm } from '../report/report-form.tsx';
import { FindingDetail } from './finding-detail.tsx';
import { RecordList } from './record-list.tsx';

interface Props {
  row: FlagRow;
  port: HistoryPort;
  onDelete: () => void;
  onLineage: (exchange: string) => void;
  onSaid: (key: 'copied' | 'ignore_done') => void;
}

/** Everything recorded of one flag: each finding with its reasons, the record, and what can be done. */
export function FlagDetail({ row, port, onDelete, onLineage, onSaid }: Props) {
  const { panel, toggle, close } = usePanel<'ignore' | 'report'>();
  const findings = useExplained(row, port);
  const kinds = findings.map((one) => one.kind).filter((kind) => kind !== 'operations');
  const exchange = findings
    .map((one) => ('exchange' in one ? one.exchange : null))
    .find((one) => one !== null);
  return (
    <div class="det" role="row">
      <div role="cell">
        {findings.map((finding, index) => (
          <FindingDetail finding={finding} host={row.host} first={index === 0} key={`${index}`} />
        ))}
      </div>
      <div role="cell">
        <RecordList row={row} />
      </div>
      <div class="row" role="cell">
        <button
          type="button"
          class="btn small"
          onClick={() => void port.copy(defang(row.hostAscii)).then(() => onSaid('copied'))}
        >
          <Text k="copy_defanged" />
        </button>
        {exchange === undefined ? null : (
          <button type="button" class="btn small" onClick={() => onLineage(exchange.id)}>
            <Text k="lineage_and_sources" />
          </button>
        )}
        {port.openExport === undefined ? null : (
          <button type="button" class="btn small" onClick={() => port.openExport?.({ ids: [row.id] })}>
            <Text k="export_flag" />
          </button>
        )}
        <button type="button" class="btn small" aria-expanded={panel === 'ignore'} onClick={toggle('ignore')}>
          <Text k="ignore_site" />
        </button>
        <button type="button" class="btn small" aria-expanded={panel === 'report'} onClick={toggle('report')}>
          <Text k="report_mistake" />
        </button>
        <button type="button" class="btn small quiet" onClick={onDelete}>
          <Text k="delete" />
        </button>
        {panel === 'ignore' ? (
          <IgnoreForm
            domain={row.hostAscii}
            kinds={kinds}
            onCancel={close}
            onIgnore={(request) => {
              close();
              void port.ignore(request).then(() => onSaid('ignore_done'));
            }}
          />
        ) : null}
        {panel === 'report' ? (
          <ReportForm
            subject={{
              host: row.host,
              findings,
              list: { version: row.list.version, issued: '' },
            }}
            onCancel={close}
            onCopy={(text) => void port.copy(text).then(() => onSaid('copied'))}
          />
        ) : null}
      </div>
    </div>
  );
}

/** The row's findings at once, and with their exchanges' lineage as soon as that is read. */
function useExplained(row: FlagRow, port: HistoryPort): Finding[] {
  const [findings, setFindings] = useState(row.findings);
  useEffect(() => {
    let current = true;
    setFindings(row.findings);
    port.explained?.(row.findings).then(
      (explained) => current && setFindings(explained),
      (cause: unknown) => console.error('history: the list could not be asked', cause),
    );
    return () => {
      current = false;
    };
  }, [port, row]);
  return findings;
}
