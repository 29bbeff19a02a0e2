import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const TAGS = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g;
/** Static imports of a bundled chunk; `import(…)` is loaded when asked for and counts nowhere. */
const IMPORTS = /\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g;

/**
 * The files a built page loads before it can show itself: the page, its styles and scripts, and what those
 * import statically. `popup.html` in `folder` => ['popup.html', 'chunks/popup-abc.js', …], each once.
 * Empty when the build has no such page.
 */
export function pageFiles(folder: string, page: string): string[] {
  if (!existsSync(join(folder, page))) return [];
  const found = new Set([page]);
  for (const file of found) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, reference] of text.matchAll(file.endsWith('.html') ? TAGS : IMPORTS)) {
      found.add(inFolder(file, reference!));
    }
  }
  return [...found];
}

/** '/chunks/a.js' from any page => 'chunks/a.js'; './b.js' from 'chunks/a.js' => 'chunks/b.js'. */
function inFolder(file: string, reference: string): string {
  return reference.startsWith('/') ? reference.slice(1) : posix.join(dirname(file), reference);
}
