// Records the events of which utils/navigation/event.ts speaks, as the browser gives them.
const api = globalThis.browser ?? globalThis.chrome;
const events = [];

function record(kind, details) {
  events.push({ kind, ...details });
}

const pages = { urls: ['http://*/*', 'https://*/*'], types: ['main_frame'] };
for (const [kind, name] of [
  ['request', 'onBeforeRequest'],
  ['redirect', 'onBeforeRedirect'],
  ['response', 'onHeadersReceived'],
  ['failed', 'onErrorOccurred'],
]) {
  api.webRequest[name].addListener((details) => record(kind, details), pages);
}

// Firefox holds each request for a listener that may stop it, as Ensign's may.
if (location.protocol === 'moz-extension:') {
  api.webRequest.onBeforeRequest.addListener(() => ({}), pages, ['blocking']);
}

for (const [kind, name] of [
  ['target', 'onCreatedNavigationTarget'],
  ['before', 'onBeforeNavigate'],
  ['committed', 'onCommitted'],
  ['error', 'onErrorOccurred'],
  ['completed', 'onCompleted'],
  ['inPage', 'onHistoryStateUpdated'],
  ['inPage', 'onReferenceFragmentUpdated'],
]) {
  api.webNavigation[name].addListener((details) => record(kind, details));
}

api.tabs.onRemoved.addListener((tabId) => record('removed', { tabId, timeStamp: Date.now() }));
api.tabs.onReplaced.addListener((tabId, replacedTabId) => {
  record('replaced', { tabId, replacedTabId, timeStamp: Date.now() });
});

async function sweep() {
  const timeStamp = Date.now();
  const tabs = await api.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  const open = tabs.map(async ({ id, url, discarded }) => {
    const frame = await api.webNavigation.getFrame({ tabId: id, frameId: 0 });
    return { tabId: id, url, discarded, documentId: frame?.documentId, errorOccurred: frame?.errorOccurred };
  });
  record('sweep', { timeStamp, tabs: await Promise.all(open) });
}
sweep();

api.runtime.onMessage.addListener((message, sender, answer) => {
  if (message.gesture) record('gesture', { tabId: sender.tab.id, timeStamp: message.gesture });
  if (message === 'take') answer(events.splice(0));
});
