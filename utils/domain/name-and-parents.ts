import type { Host } from './host.ts';

/** A name and those above it, nearest first: 'm.okx.com' => 'm.okx.com', 'okx.com', 'com'. */
export function nameAndParents(name: string): string[] {
  const names = [name];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    names.push(name.slice(dot + 1));
  }
  return names;
}

/**
 * A host and those above it down to its registrable domain, nearest first: 'm.okx.com' => 'm.okx.com', 'okx.com';
 * 'x.pages.dev' => 'x.pages.dev'; a bare suffix => none.
 */
export function namesWithinRegistrable({ ascii, registrable }: Host): string[] {
  if (registrable === null) return [];
  return nameAndParents(ascii).filter((name) => name.length >= registrable.length);
}
