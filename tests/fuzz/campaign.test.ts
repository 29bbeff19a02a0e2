import { describe, expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';
import { startCoverage } from './coverage.ts';
import { planted } from './planted.ts';
import { bytesOf, type FuzzTarget } from './target.ts';

const target: FuzzTarget = { name: 'planted', seeds: bytesOf('xxxxxxxx'), words: [], run: planted };

describe('a campaign', () => {
  test('led by coverage reaches a fault that lies behind four branches', async () => {
    const coverage = await startCoverage(/\/planted\./);
    const { findings, corpus } = await runCampaign(target, { inputs: 40_000, seed: 3, coverage });
    await coverage.stop();
    expect(findings.length).toBeGreaterThan(0);
    expect([...findings[0]!.input.slice(0, 4)].map((byte) => byte >> 4)).toEqual([0x2, 0x4, 0xa, 0xd]);
    expect(corpus.length).toBeGreaterThan(3);
  });

  test('not led by it does not, with the same number of inputs', async () => {
    const { findings, inputs } = await runCampaign(target, { inputs: 40_000, seed: 3 });
    expect(findings).toEqual([]);
    expect(inputs).toBeGreaterThanOrEqual(40_000);
  });

  test('is the same for the same seed', async () => {
    const once = await runCampaign(target, { inputs: 2_000, seed: 7 });
    const again = await runCampaign(target, { inputs: 2_000, seed: 7 });
    expect(again).toEqual(once);
  });
});
