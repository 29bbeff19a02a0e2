import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GECKO_ID } from '../../../assets/manifest.ts';
import { parsePolicy } from '../../../utils/settings/policy.ts';

const guide = readFileSync(new URL('../../../docs/fleet.md', import.meta.url), 'utf8');
const samples = [...guide.matchAll(/```json\n(.*?)```/gs)].map(
  ([, text]) => JSON.parse(text ?? '') as Sample,
);

interface Sample {
  ExtensionSettings?: Record<string, object>;
  '3rdparty'?: { extensions: Record<string, object> };
  policies?: {
    ExtensionSettings: Record<string, object>;
    '3rdparty': { Extensions: Record<string, object> };
  };
  name?: string;
  data?: object;
}

const settings = samples.flatMap((sample) => [
  ...Object.values(sample['3rdparty']?.extensions ?? {}),
  ...Object.values(sample.policies?.['3rdparty'].Extensions ?? {}),
  ...(sample.data ? [sample.data] : []),
]);

test('every sample in the guide sets what a policy may, and nothing else', () => {
  expect(samples).toHaveLength(4);
  expect(settings).toHaveLength(3);
  for (const sample of settings) {
    expect(parsePolicy(sample)).toEqual({ values: sample, refused: [] });
  }
});

test('the samples for Firefox name the extension by its id', () => {
  const policies = samples.find((sample) => sample.policies)!.policies!;
  expect(Object.keys(policies.ExtensionSettings)).toEqual([GECKO_ID]);
  expect(Object.keys(policies['3rdparty'].Extensions)).toEqual([GECKO_ID]);
  expect(samples.find((sample) => sample.data)!.name).toBe(GECKO_ID);
});
