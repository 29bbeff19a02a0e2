import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readNoticeBlocks } from '../utils/page/notices.ts';
import { pageClock, runInSlices } from '../utils/page/slice.ts';
import { extensionApi } from './surface/in-page/extension-api.ts';

/** The polyfill would be most of the script (observe.ts). */
const browser = extensionApi();

/**
 * Reads what a page announces of new addresses. Put into pages of listed names alone, after each reading of theirs: no
 * other page pays for it.
 */
export default defineUnlistedScript(() => {
  const { steps, finish } = readNoticeBlocks(document, location.hostname);
  runInSlices(steps, pageClock, () => {
    const blocks = finish();
    if (blocks.length === 0 || !browser.runtime?.id) return;
    browser.runtime.sendMessage({ kind: 'pageNotices', payload: { blocks } }).catch((error: unknown) => {
      console.debug('the background did not answer', error);
    });
  });
});
