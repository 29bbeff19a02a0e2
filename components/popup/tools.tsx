import { siteOf } from '../../utils/domain/site-of.ts';
import { defang } from '../address/defang.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Text } from '../i18n/say.tsx';
import { IgnoreForm } from '../ignore/ignore-form.tsx';
import type { ListBrief } from '../models/list.ts';
import type { JudgedPage, PopupPort } from '../models/popup.ts';
import { usePanel } from '../panel/use-panel.ts';
import { ReportForm } from '../report/report-form.tsx';

interface Props {
  page: JudgedPage;
  privateWindow: boolean;
  list: ListBrief | null;
  port: PopupPort;
  /** Told what was done, to say it once. */
  onSaid: (key: MessageKey) => void;
}

/** Ignore, report a mistake, copy. Focus returns to the button that opened a panel. */
export function Tools({ page, privateWindow, list, port, onSaid }: Props) {
  const { panel, toggle, close } = usePanel<'ignore' | 'report'>();
  const findings = page.state === 'notListed' ? page.also : [page.finding, ...page.also];
  const kinds = [...new Set(findings.map((one) => one.kind))].filter((kind) => kind !== 'operations');
  return (
    <section class="part tools">
      {kinds.length === 0 || privateWindow ? null : (
        <button type="button" class="link" aria-expanded={panel === 'ignore'} onClick={toggle('ignore')}>
          <Text k="ignore_more" />
        </button>
      )}
      <button type="button" class="link" aria-expanded={panel === 'report'} onClick={toggle('report')}>
        <Text
          k={page.state === 'notListed' && page.ignored.length === 0 ? 'report_missing' : 'report_mistake'}
        />
      </button>
      <button
        type="button"
        class="link"
        onClick={() => void port.copy(defang(page.host.ascii)).then(() => onSaid('copied'))}
      >
        <Text k="copy_defanged" />
      </button>
      {panel === 'ignore' ? (
        <IgnoreForm
          domain={siteOf(page.host)}
          kinds={kinds}
          onCancel={close}
          onIgnore={(request) => {
            void port.ignore(request).then(() => onSaid('ignore_done'));
            close();
          }}
        />
      ) : null}
      {panel === 'report' ? (
        <ReportForm
          subject={{ host: page.host.unicode, findings, list }}
          onCancel={close}
          onCopy={(text) => void port.copy(text).then(() => onSaid('copied'))}
        />
      ) : null}
    </section>
  );
}
