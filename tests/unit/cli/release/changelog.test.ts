import { describe, expect, test } from 'vitest';
import { notesOn, releaseChangelog } from '../../../../cli/tasks/release/changelog.ts';

const HEAD = '# Changelog\n\nWords.\n\n';
const OLDER = '## [0.1.0] - 2026-01-02\n\n### Added\n\n- First.\n';

describe('a changelog at release', () => {
  test('what stood under Unreleased stands under the version, the rest as it was', () => {
    const before = `${HEAD}## [Unreleased]\n\n### Added\n\n- Second.\n\n${OLDER}`;
    expect(releaseChangelog(before, '0.2.0', '2026-03-04')).toEqual({
      text: `${HEAD}## [Unreleased]\n\n## [0.2.0] - 2026-03-04\n\n### Added\n\n- Second.\n\n${OLDER}`,
      notes: '### Added\n\n- Second.',
    });
  });

  test('the first release has nothing after it', () => {
    const before = `${HEAD}## [Unreleased]\n\n- Second.\n`;
    expect(releaseChangelog(before, '0.2.0', '2026-03-04')?.text).toBe(
      `${HEAD}## [Unreleased]\n\n## [0.2.0] - 2026-03-04\n\n- Second.\n`,
    );
  });

  test('released twice, the second has nothing to say', () => {
    const before = `${HEAD}## [Unreleased]\n\n- Second.\n\n${OLDER}`;
    const first = releaseChangelog(before, '0.2.0', '2026-03-04');
    expect(releaseChangelog(first?.text ?? '', '0.3.0', '2026-03-05')?.notes).toBe('');
  });

  test.each(['', HEAD, `${HEAD}### [Unreleased]\n`, `${HEAD}Words on ## [Unreleased]\n`])(
    'no heading, no release: %j',
    (text) => {
      expect(releaseChangelog(text, '0.2.0', '2026-03-04')).toBeNull();
    },
  );
});

test('what a changelog says of a version', () => {
  const text = `${HEAD}## [Unreleased]\n\n## [0.2.0] - 2026-03-04\n\n- Second.\n\n${OLDER}`;
  expect(notesOn(text, '0.2.0')).toBe('- Second.');
  expect(notesOn(text, '0.1.0')).toBe('### Added\n\n- First.');
  expect(notesOn(text, '0.2')).toBeNull();
});
