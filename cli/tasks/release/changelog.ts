const UNRELEASED = '## [Unreleased]';

/** A changelog with a version in it, and what it says of that version. */
export interface Changelog {
  text: string;
  /** Markdown of the version alone, without its heading; '' where nothing was noted. */
  notes: string;
}

/**
 * Gives what stands under Unreleased to a version and a day (ISO): `## [Unreleased]` + `- a` =>
 * `## [Unreleased]`, `## [1.2.3] - 2026-11-27` + `- a`. Everything else keeps its bytes.
 * Null where the text has no such heading (Keep a Changelog 1.1.0).
 */
export function releaseChangelog(text: string, version: string, day: string): Changelog | null {
  const start = text.search(/^## \[Unreleased\][ \t]*$/m);
  if (start < 0) return null;
  const from = start + UNRELEASED.length;
  const next = text.slice(from).search(/^## \[/m);
  const to = next < 0 ? text.length : from + next;
  const notes = text.slice(from, to).trim();
  const rest = next < 0 ? '' : `\n${text.slice(to)}`;
  return {
    text: `${text.slice(0, start)}${UNRELEASED}\n\n## [${version}] - ${day}\n\n${notes}\n${rest}`,
    notes,
  };
}

/** What a changelog says of a version that it has a heading for; null where it has none. */
export function notesOn(text: string, version: string): string | null {
  const sections = text.split(/^(?=## \[)/m);
  const section = sections.find((one) => one.startsWith(`## [${version}]`));
  return section ? section.slice(section.indexOf('\n') + 1).trim() : null;
}
