import '../surface/in-page/own-browser.ts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../../assets/styles/warning.css?inline';
import type { WarningPort } from '../../components/models/warning.ts';
import { Warning } from '../../components/warning/warning.tsx';
import { type Sheet, showInPage } from '../surface/in-page/show.tsx';
import { send } from '../surface/send.ts';

/** The warning over the page, in Chromium's private windows, where the extension's own page does not open. */
export default defineUnlistedScript(async () => {
  // A worker killed while it answers is started by the next try.
  const found = await send('overlay', {}).catch(() => send('overlay', {}));
  if (!found) return;
  let sheet: Sheet | null = null;
  const port: WarningPort = {
    model: async () => found.model,
    back() {
      if (history.length > 1) history.back();
      else location.replace('about:blank');
    },
    async allowOnce() {
      await send('overlayAllow', {});
      sheet?.remove();
    },
    ignore: async () => undefined,
    copy: (text) => navigator.clipboard.writeText(text),
  };
  sheet = showInPage(
    css,
    found,
    <div class="over">
      <Warning model={found.model} port={port} />
    </div>,
  );
});
