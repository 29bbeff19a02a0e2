import { describe, expect, test } from 'vitest';
import { ReleaseRefused } from '../../../../cli/tasks/release/refused.ts';
import { releaseVersion } from '../../../../cli/tasks/release/version.ts';

describe('the version to release', () => {
  test.each([
    ['0.1.0', 'patch', '0.1.1'],
    ['0.1.9', 'minor', '0.2.0'],
    ['1.4.2', 'major', '2.0.0'],
    ['0.1.0', '0.1.0', '0.1.0'],
    ['0.1.0', '0.10.0', '0.10.0'],
    ['0.9.9', '1.0.0', '1.0.0'],
  ])('%s, asked for %s: %s', (present, wanted, version) => {
    expect(releaseVersion(present, wanted)).toBe(version);
  });

  test.each([
    ['0.2.0', '0.1.9', 'lower'],
    ['1.0.0', '0.9.9', 'lower'],
    ['0.1.0', 'v0.2.0', 'no version'],
    ['0.1.0', '0.2', 'no version'],
    ['0.1.0', '0.2.0-beta', 'no version'],
    ['0.1.0', '0.02.0', 'no version'],
    ['0.1.0', '0.65536.0', 'no version'],
    ['0.1.65535', 'patch', 'no version'],
    ['0.1.0', '', 'no version'],
  ])('%s, asked for %j: refused', (present, wanted, reason) => {
    expect(() => releaseVersion(present, wanted)).toThrow(ReleaseRefused);
    expect(() => releaseVersion(present, wanted)).toThrow(reason);
  });
});
