/** Files and folders whose content decides what a flag says, from the project's root. */
export const DECIDING = [
  'assets/landing',
  'assets/lookalike',
  'cli/lookalike/build-tables.ts',
  'cli/lookalike/tables',
  'utils/domain',
  'utils/exchange',
  'utils/history/build-flag.ts',
  'utils/history/kept-finding.ts',
  'utils/landing',
  'utils/list',
  'utils/lookalike',
  'utils/navigation',
  'utils/page',
  'utils/trail',
  'utils/verdict',
] as const;

/** Packages that these import, and those whose tables decide with them; counted as the lock file pins them. */
export const DECIDING_PACKAGES = ['punycode', 'tldts', 'tldts-core', 'unhomoglyph', 'valibot'] as const;
