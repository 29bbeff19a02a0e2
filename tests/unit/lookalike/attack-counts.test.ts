import { describe, expect, it } from 'vitest';
import { attackTier, priorCost } from '../../../utils/lookalike/attack-counts.ts';

describe('tiers', () => {
  it.each([
    [4, 900, 0],
    [1, 900, 1],
    [0, 59, 1],
    [0, 60, 2],
    [0, 159, 2],
    [0, 160, 3],
  ])('%i hosts, rank %i → tier %i', (hosts, rank, tier) => {
    expect(attackTier(hosts, rank)).toBe(tier);
  });

  it('the rarer the attack, the higher the prior cost', () => {
    expect(priorCost(100, 1000)).toBeLessThan(priorCost(10, 1000));
    expect(priorCost(0, 0)).toBeGreaterThan(0);
  });
});
