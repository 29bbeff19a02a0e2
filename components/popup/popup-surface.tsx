import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { PopupModel, PopupPort, UnjudgedPage } from '../models/popup.ts';
import { Head } from './head.tsx';
import { Unjudged } from './page-section.tsx';
import { Popup } from './popup.tsx';

/** While the list is read, the popup asks again after this long, in ms. */
const AGAIN = 150;

const FAILED: UnjudgedPage = { state: 'cannotCheck', address: '', reason: 'failed' };

/** The popup with its model, asked for when it opens and again after what changes it. */
export function PopupSurface({ port }: { port: PopupPort }) {
  const [model, setModel] = useState<PopupModel | 'failed' | null>(null);
  const load = useCallback(async () => {
    try {
      setModel(await port.model());
    } catch (cause) {
      console.error('popup: the state of the tab could not be read', cause);
      // What stands is no less true: a worker may have ended while it answered.
      setModel((before) => before ?? 'failed');
    }
  }, [port]);
  // Not after the first paint: there is nothing to paint without it.
  useLayoutEffect(() => void load(), [load]);
  useEffect(() => port.onChange(() => void load()), [port, load]);
  const more = model !== null && model !== 'failed' && model.more;
  useEffect(() => {
    if (more) void load();
  }, [more, load]);
  const waiting = model !== null && model !== 'failed' && model.page.state === 'listNotReady';
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => void load(), AGAIN);
    return () => clearInterval(timer);
  }, [waiting, load]);
  if (model === null) return null;
  if (model === 'failed')
    return (
      <main class="popup">
        <Head list={null} />
        <div role="alert">
          <Unjudged page={FAILED} privateWindow={false} port={port} />
        </div>
      </main>
    );
  const reloading: PopupPort = {
    ...port,
    ignore: (request) => port.ignore(request).then(load),
    unignore: (domain) => port.unignore(domain).then(load),
    setRecording: (mode) => port.setRecording(mode).then(load),
    requestPermission: async (scope) => {
      const granted = await port.requestPermission(scope);
      await load();
      return granted;
    },
  };
  return <Popup model={model} port={reloading} />;
}
