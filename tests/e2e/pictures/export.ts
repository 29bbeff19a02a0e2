import { agreeToExport, EXPORT_COUNT } from '../ensign/export-page.ts';
import { openPage, press, type Studio } from './studio.ts';

/** With nothing to export yet. */
export async function emptyExport(studio: Studio): Promise<void> {
  await studio.camera.take(
    studio.driver,
    'export-empty',
    await openPage(studio, 'export.html', EXPORT_COUNT),
  );
}

/** The export as it opens, in its other forms, and done. */
export async function exporting(studio: Studio): Promise<void> {
  const { driver, camera } = studio;
  const open = () => openPage(studio, 'export.html', '.export-preview tbody tr');
  await camera.take(driver, 'export-opened', await open());
  for (const format of ['csv', 'parquet', 'stix', 'ndjson']) {
    const page = await open();
    await page.select('.export-choose select', format);
    await camera.take(driver, `export-${format}`, page);
  }
  const page = await open();
  await agreeToExport(page);
  await press(page, 'Save');
  await page.waitForSelector('.export-progress .link', { timeout: 60_000 });
  await camera.take(driver, 'export-done', page);
}
