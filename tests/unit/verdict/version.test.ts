import { expect, test } from 'vitest';
import { detectorVersion } from '../../../utils/verdict/version.ts';

test('a detector is named by the version of its rules and the hash of what decides', () => {
  expect(detectorVersion('9c1e5f0a7b3d2e48')).toMatch(/^\d+\+9c1e5f0a7b3d2e48$/);
});
