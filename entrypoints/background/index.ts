import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../../utils/messaging/channel.ts';
import { lookAgainAtPolicy } from '../../utils/settings/policy-store.ts';
import { onSettings } from '../../utils/settings/store.ts';
import { listenToAccess, noteCoverage } from './access-changes.ts';
import { listenToCommands } from './commands.ts';
import { listenToNavigation, sweepOpenTabs } from './events.ts';
import { offerLinkCheck } from './link-menu.ts';
import { keepListCurrent } from './list-sync.ts';
import { readOpenPages } from './page-reading.ts';
import { keepPopupFacts } from './popup-facts.ts';
import { endPrivateSessions } from './private-session.ts';
import { recordCoverage } from './recorder.ts';
import { report } from './report.ts';
import { keepRetention } from './retention.ts';
import { routes } from './routes.ts';
import { listenToStart } from './session-start.ts';
import { closeStorageToPages } from './trusted-storage.ts';

export default defineBackground(() => {
  closeStorageToPages();
  listenToStart();
  listenToNavigation();
  listen(routes, report);
  listenToCommands();
  offerLinkCheck();
  keepRetention();
  keepListCurrent();
  lookAgainAtPolicy(report);
  keepPopupFacts();
  endPrivateSessions();
  onSettings((settings) => void recordCoverage(settings).catch(report));
  listenToAccess();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void readOpenPages().catch(report);
    if (reason === 'install') {
      void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(report);
    }
  });
  void sweepOpenTabs().catch(report);
  void noteCoverage().catch(report);
});
