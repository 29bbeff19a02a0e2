// Looks up what is known of the popup's tab while its own script is still being fetched: what the session keeps is
// there before the background has started. entrypoints/popup/port.ts takes it; `?tab=` names the tab where the popup
// is opened as a page.
{
  const api = globalThis.browser ?? globalThis.chrome;
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  const active = () => api.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab);
  globalThis.popupFound = (Number.isNaN(named) ? active() : api.tabs.get(named)).then(async (tab) => ({
    tab,
    kept: await api.storage.session
      .get([`tab:${tab.id}`, 'popupFacts', 'unrecorded', 'askedIn'])
      .catch(() => ({})),
  }));
  globalThis.popupFound.catch(() => undefined);
}
