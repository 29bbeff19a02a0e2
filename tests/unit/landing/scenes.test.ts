import { readFileSync } from 'node:fs';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseScenes, type Scene } from '../../../cli/landing/scenes.ts';
import { assess } from '../../../utils/landing/assess.ts';
import { PageSignalsSchema } from '../../../utils/landing/page-signals-schema.ts';
import { context, NAMES } from './records.ts';

const scenes = (file: string): Scene[] =>
  parseScenes(readFileSync(new URL(`../../fixtures/pages/${file}.txt`, import.meta.url), 'utf8'));
const judge = (scene: Scene) => assess(scene.signals, context(), NAMES);
const flagged = (list: Scene[]) =>
  list.filter((scene) => judge(scene).pageKind !== 'none').map(({ id }) => id);
const missed = (list: Scene[]) =>
  list.filter((scene) => judge(scene).pageKind === 'none').map(({ id }) => id);

const fittedNegatives = scenes('fitted-negatives');
const fittedPositives = scenes('fitted-positives');
const keptNegatives = scenes('kept-negatives');
const keptPositives = scenes('kept-positives');

describe('scenes', () => {
  it('are as many as promised, each once, and fit what a message may hold', () => {
    expect(fittedNegatives.length + keptNegatives.length).toBeGreaterThanOrEqual(120);
    expect(fittedPositives.length + keptPositives.length).toBeGreaterThanOrEqual(60);
    const all = [...fittedNegatives, ...fittedPositives, ...keptNegatives, ...keptPositives];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(
      all.filter(({ signals }) => !safeParse(PageSignalsSchema, signals).success).map(({ id }) => id),
    ).toEqual([]);
  });

  it('of ordinary pages, of other languages, Japanese and Korean are never flagged', () => {
    const never = [...fittedNegatives, ...keptNegatives].filter((scene) => /^N[345]$/.test(scene.class));
    expect(flagged(never)).toEqual([]);
  });

  it('of other trades are flagged one in forty at most', () => {
    const trades = [...fittedNegatives, ...keptNegatives].filter((scene) => scene.class === 'N2');
    expect(flagged(trades).length).toBeLessThanOrEqual(Math.floor(trades.length / 40) + 1);
  });

  it('of coins without an exchange are flagged one in ten at most', () => {
    const coins = [...fittedNegatives, ...keptNegatives].filter((scene) => scene.class === 'N1');
    expect(flagged(coins).length).toBeLessThanOrEqual(coins.length / 10);
  });

  it('that the weights were not fitted to are found nine in ten', () => {
    expect(missed(keptPositives).length).toBeLessThanOrEqual(keptPositives.length / 10);
  });

  it('are called the kind that they are, nine in ten', () => {
    const kinds: Record<string, string> = { P1: 'exchange', P2: 'exchange', P3: 'affiliate', P4: 'payment' };
    const found = flagged([...fittedPositives, ...keptPositives]);
    const all = [...fittedPositives, ...keptPositives].filter(({ id }) => found.includes(id));
    const wrong = all.filter((scene) => judge(scene).pageKind !== kinds[scene.class]);
    expect(all.length).toBeGreaterThan(90);
    expect(wrong.length).toBeLessThanOrEqual(all.length / 10);
  });

  it('have their script', () => {
    const wrong = [...fittedNegatives, ...fittedPositives, ...keptNegatives, ...keptPositives].filter(
      (scene) => judge(scene).script !== scene.script,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
