import { useEffect, useRef, useState } from 'preact/hooks';
import { keyed } from '../i18n/keyed.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Text } from '../i18n/say.tsx';
import type { PopupModel, PopupPort } from '../models/popup.ts';
import { Support } from '../report/support.ts';
import { CheckForm } from './check-form.tsx';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';
import { LinkSection } from './link-section.tsx';
import { PageSection } from './page-section.tsx';
import { Recent } from './recent.tsx';
import { Strips } from './strips.tsx';
import { Tools } from './tools.tsx';

/** The popup: the state of the tab at the first glance, reasons and tools at the second, the last flags below. */
export function Popup({ model, port }: { model: PopupModel; port: PopupPort }) {
  const [said, setSaid] = useState<MessageKey | null>(null);
  const [link, setLink] = useState(model.asked);
  const { page, recent } = model;
  const { mode } = model.recording;
  const before = useRef(mode);
  useEffect(() => {
    if (before.current !== mode) setSaid(keyed('recording', mode));
    before.current = mode;
  }, [mode]);
  // What was done may have taken its button away: the focus goes on to what can be done next.
  const surface = useRef<HTMLElement>(null);
  useEffect(() => {
    if (said !== null && document.activeElement === document.body)
      surface.current?.querySelector<HTMLElement>('.state .btn, .tools .link')?.focus();
  }, [said, model]);
  // Told once by the extension; a later model of the same popup no longer has it.
  useEffect(() => {
    if (model.asked !== null) setLink(model.asked);
  }, [model.asked]);
  const judged = 'also' in page && page.state !== 'notListed';
  return (
    <main class="popup" ref={surface}>
      <Head list={model.list} />
      <Strips model={model} port={port} />
      {link === null ? (
        <PageSection page={page} privateWindow={model.privateWindow} port={port} onSaid={setSaid} />
      ) : (
        <LinkSection answer={link} onBack={() => setLink(null)} />
      )}
      {'also' in page && link === null ? (
        <Support.Provider value={model.policy.support}>
          <Tools
            page={page}
            privateWindow={model.privateWindow}
            list={model.list}
            port={port}
            onSaid={setSaid}
          />
        </Support.Provider>
      ) : null}
      <p class={said === null ? 'sr' : 'said'} role="status">
        {said === null ? null : <Text k={said} />}
      </p>
      {recent.length === 0 ? null : <Recent flags={recent} folded={judged} />}
      <CheckForm port={port} />
      <Foot model={model} port={port} />
    </main>
  );
}
