// Runs before any style applies, so that a chosen theme never flashes the other one.
// entrypoints/surface/appearance.ts keeps the choice here.
{
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}
