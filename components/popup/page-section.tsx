import { Flag } from '../drawing/flag.tsx';
import { keyed } from '../i18n/keyed.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Text } from '../i18n/say.tsx';
import type { PageState, PopupPort, ShownHost, UnjudgedPage } from '../models/popup.ts';
import { Actions } from './actions.tsx';
import { HostLine } from './host-line.tsx';
import { JudgedSection } from './judged-section.tsx';

interface Props {
  page: PageState;
  privateWindow: boolean;
  port: PopupPort;
  onSaid: (key: MessageKey) => void;
}

/** The state of the tab. */
export function PageSection({ page, privateWindow, port, onSaid }: Props) {
  if ('also' in page)
    return (
      <JudgedSection page={page}>
        {privateWindow ? (
          <p class="say">
            <Text k="private_window" />
          </p>
        ) : null}
        <Actions page={page} privateWindow={privateWindow} port={port} onSaid={onSaid} />
      </JudgedSection>
    );
  return <Unjudged page={page} privateWindow={privateWindow} port={port} />;
}

/** A tab of which nothing can be said. */
export function Unjudged({
  page,
  privateWindow,
  port,
}: Omit<Props, 'page' | 'onSaid'> & { page: UnjudgedPage }) {
  const shown = page.state === 'cannotCheck' ? page.address : (page.host?.unicode ?? '');
  const loading = page.state === 'listNotReady';
  return (
    <section class="state unknown" aria-busy={loading}>
      <Flag tier="unknown" size="l" />
      <p class="word">
        <Text k={loading ? 'word_reading_list' : 'word_cannot_check'} />
      </p>
      {shown === '' ? (
        <h1 class="sr">
          <Text k={loading ? 'word_reading_list' : 'word_cannot_check'} />
        </h1>
      ) : (
        <HostLine text={shown} />
      )}
      {page.state === 'cannotCheck' ? (
        <p class="say">
          <Text k={keyed('cannot', page.reason)} />
        </p>
      ) : null}
      {loading ? (
        <p class="say">
          <Text k="list_not_ready" />
        </p>
      ) : null}
      {page.state === 'permissionMissing' ? (
        <PermissionMissing host={privateWindow ? null : page.host} port={port} />
      ) : null}
    </section>
  );
}

/** @param host null where no site may be named: the browser keeps for which it was asked */
function PermissionMissing({ host, port }: { host: ShownHost | null; port: PopupPort }) {
  return (
    <>
      <p class="say">
        <Text k="permission_missing" />
      </p>
      <div class="act">
        <button type="button" class="btn primary" onClick={() => void port.requestPermission('all')}>
          <Text k="permission_all" />
        </button>
        {host === null ? null : (
          <button type="button" class="btn" onClick={() => void port.requestPermission({ host: host.ascii })}>
            <Text k="permission_site" />
          </button>
        )}
      </div>
    </>
  );
}
