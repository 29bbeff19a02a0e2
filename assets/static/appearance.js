// Runs before any style applies, so that a chosen theme never flashes the other one, and asks for what a surface
// needs first while its own script is still being fetched. entrypoints/surface/appearance.ts keeps the theme here
// and takes what was stored.
{
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const { storage } = globalThis.browser ?? globalThis.chrome;
  globalThis.storedAppearance = storage.local.get(['settings', 'policy']);
  globalThis.storedAppearance.catch(() => undefined);
}
