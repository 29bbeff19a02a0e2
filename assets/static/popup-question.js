// Asks what the popup will show while its own script is still being fetched. entrypoints/popup/port.ts takes the
// reply; `?tab=` names the tab where the popup is opened as a page.
{
  const api = globalThis.browser ?? globalThis.chrome;
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  const active = () => api.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab?.id ?? 0);
  globalThis.popupReply = (Number.isNaN(named) ? active() : Promise.resolve(named)).then((tabId) =>
    api.runtime.sendMessage({ kind: 'popup', payload: { tabId, opened: true } }),
  );
  globalThis.popupReply.catch(() => undefined);
}
