import { Text } from '../i18n/say.tsx';
import type { JudgedPage, PopupPort } from '../models/popup.ts';

/** One primary action: leave what may deceive, look up what is recorded. */
export function Actions({ page, port }: { page: JudgedPage; port: PopupPort }) {
  if (page.state === 'notListed') return null;
  const { id } = page.finding.exchange ?? { id: '' };
  if (page.state === 'listed')
    return (
      <div class="act">
        <button type="button" class="btn primary" onClick={() => port.open('lineage', id)}>
          <Text k="lineage_and_sources" />
        </button>
      </div>
    );
  return (
    <div class="act">
      <button type="button" class="btn primary" onClick={() => port.leave()}>
        <Text k="leave" />
      </button>
      <button type="button" class="btn" onClick={() => port.open('history', page.host.ascii)}>
        <Text k="details" />
      </button>
    </div>
  );
}
