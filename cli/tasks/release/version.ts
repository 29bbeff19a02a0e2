import { ReleaseRefused } from './refused.ts';

const STEPS = ['major', 'minor', 'patch'];
/** Chrome takes up to four numbers of at most 65535 without leading zeros; three are what is used here. */
const VERSION = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;
const HIGHEST = 65_535;

/**
 * The version to release. '1.2.3' + 'minor' => '1.3.0'; '0.1.0' + '0.1.0' => '0.1.0', for a version that was
 * never tagged.
 * @throws {ReleaseRefused} when it is no version, or lower than the present one
 */
export function releaseVersion(present: string, wanted: string): string {
  const now = numbers(present);
  const step = STEPS.indexOf(wanted);
  const next =
    step < 0 ? numbers(wanted) : now.map((one, at) => (at < step ? one : at === step ? one + 1 : 0));
  const higher = next.findIndex((one, at) => one !== now[at]);
  if (higher >= 0 && next[higher]! < now[higher]!)
    throw new ReleaseRefused(`${wanted} is lower than ${present}`);
  numbers(next.join('.'));
  return next.join('.');
}

function numbers(version: string): number[] {
  const found = VERSION.exec(version)?.slice(1).map(Number);
  if (!found || found.some((one) => one > HIGHEST)) {
    throw new ReleaseRefused(`${JSON.stringify(version)} is no version: give 1.2.3, patch, minor or major`);
  }
  return found;
}
