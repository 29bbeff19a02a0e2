import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Unpacked extensions live only in a profile with developer mode. */
export async function allowUnpacked(profile: string): Promise<void> {
  const folder = join(profile, 'Default');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'Preferences');
  const preferences = readPreferences(file);
  writeFileSync(
    file,
    JSON.stringify({
      ...preferences,
      extensions: { ...preferences.extensions, ui: { developer_mode: true } },
    }),
  );
}

/**
 * An extension installed through the debugging port carries a mark (1 << 15 of `creation_flags`) by which
 * Chromium forgets it at the next start. Without the mark it starts with the browser, as an installed one does.
 */
export function keepInstalled(profile: string, id: string): void {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = readPreferences(file);
  const entry = preferences.extensions?.settings?.[id];
  if (!entry?.creation_flags) return;
  entry.creation_flags &= ~(1 << 15);
  writeFileSync(file, JSON.stringify(preferences));
}

interface Preferences {
  extensions?: { ui?: object; settings?: Record<string, { creation_flags?: number }> };
}

function readPreferences(file: string): Preferences {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
