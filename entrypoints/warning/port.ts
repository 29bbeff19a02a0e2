import type { WarningPort } from '../../components/models/warning.ts';
import { onAskedToLeave } from '../surface/leave-warning.ts';
import { send } from '../surface/send.ts';

/** The warning page's ways to the extension, and out of itself. */
export function warningPort(): WarningPort {
  const answer = send('warning', {});
  onAskedToLeave(() => void leave());
  return {
    model: async () => (await answer)?.model ?? null,
    back: () => void leave(),
    async allowOnce() {
      await send('allowOnce', {});
      await goOn();
    },
    async ignore(request) {
      await send('ignore', request);
      await goOn();
    },
    copy: (text) => navigator.clipboard.writeText(text),
  };

  /** The warning gives its place in the tab's history to the site: back from there passes it by. */
  async function goOn(): Promise<void> {
    const url = (await answer)?.url;
    if (url !== undefined) location.replace(url);
  }
}

/** Past the warning, and past the site too where it had been shown; to a blank page where nothing was before. */
async function leave(): Promise<void> {
  const committed = await send('leaveWarning', {});
  const steps = committed ? 2 : 1;
  if (history.length > steps) history.go(-steps);
  else location.replace('about:blank');
}
