import type { Host } from './host.ts';

/**
 * A name and those above it, nearest first: 'm.okx.com' => 'm.okx.com', 'okx.com', 'com'.
 * @param shortest leaves out those of fewer characters
 */
export function nameAndParents(name: string, shortest = 0): string[] {
  const names = [name];
  let dot = name.indexOf('.');
  while (dot >= 0 && name.length - dot > shortest) {
    names.push(name.slice(dot + 1));
    dot = name.indexOf('.', dot + 1);
  }
  return names;
}

/**
 * A host and those above it down to its registrable domain, nearest first: 'm.okx.com' => 'm.okx.com', 'okx.com';
 * 'x.pages.dev' => 'x.pages.dev'; a bare suffix => none.
 */
export function namesWithinRegistrable({ ascii, registrable }: Host): string[] {
  return registrable === null ? [] : nameAndParents(ascii, registrable.length);
}
