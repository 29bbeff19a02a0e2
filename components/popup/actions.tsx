import { siteOf } from '../../utils/domain/site-of.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Text } from '../i18n/say.tsx';
import type { JudgedPage, PopupPort } from '../models/popup.ts';

interface Props {
  page: JudgedPage;
  privateWindow: boolean;
  port: PopupPort;
  /** Told what was done, to say it once. */
  onSaid: (key: MessageKey) => void;
}

/**
 * One primary action: leave what may deceive, look up what is recorded, take back what was ignored. Of a private
 * window nothing is recorded, and its address would stand in the tab of a plain one.
 */
export function Actions({ page, privateWindow, port, onSaid }: Props) {
  const domain = siteOf(page.host);
  if (page.state === 'notListed') {
    if (page.ignored.length === 0) return null;
    return (
      <div class="act">
        <button
          type="button"
          class="btn"
          onClick={() =>
            void port.unignore(domain).then(
              () => onSaid('unignored_here'),
              (cause: unknown) => {
                console.error('popup: what is ignored could not be shown again', cause);
                onSaid('no_answer');
              },
            )
          }
        >
          <Text k="undo" />
        </button>
      </div>
    );
  }
  const { id } = page.finding.exchange ?? { id: '' };
  // In Chromium it would open in a plain window, and its address stay in the browser's own history.
  if (page.state === 'listed' && privateWindow) return null;
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
      {privateWindow ? null : (
        <button type="button" class="btn" onClick={() => port.open('history', domain)}>
          <Text k="details" />
        </button>
      )}
    </div>
  );
}
