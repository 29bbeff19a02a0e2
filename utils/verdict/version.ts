/** Raised by hand where a rule of deciding changes its meaning. */
const RULES_VERSION = '1';

/**
 * Names the detector that made a flag: version of the rules, and hash of the code and tables that decide
 * (docs/decisions/0016): '9c1e5f0a7b3d2e48' => '1+9c1e5f0a7b3d2e48'.
 */
export function detectorVersion(hash: string): string {
  return `${RULES_VERSION}+${hash}`;
}
