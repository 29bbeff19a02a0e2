import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenes } from '../../../cli/landing/scenes.ts';
import { listedExchanges } from '../../../cli/list/read-records.ts';
import { pageContext } from '../../../cli/scan/pages.ts';
import { assess } from '../../../utils/landing/assess.ts';

const scenes = (file: string) =>
  parseScenes(readFileSync(new URL(`../../fixtures/pages/${file}.txt`, import.meta.url), 'utf8'));
const { names, hostOwner } = pageContext(await listedExchanges());
const flagged = ['named-positives', 'fitted-positives', 'kept-positives'].flatMap(scenes).flatMap((scene) => {
  const { pageKind, exchange } = assess(scene.signals, { host: null, hostOwner }, names);
  return pageKind === 'none' ? [] : [{ id: scene.id, asked: scene.exchange, told: exchange }];
});

test('of flagged pages that name an exchange, 95% are told as its own', () => {
  const naming = flagged.filter(({ asked }) => asked !== null);
  const wrong = naming.filter(({ asked, told }) => asked !== told);
  expect(naming.length).toBeGreaterThanOrEqual(40);
  expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(naming.length * 0.05);
});

test('a flagged page that names none, or several alike, is told as nobody’s', () => {
  const none = flagged.filter(({ asked }) => asked === null);
  expect(none.length).toBeGreaterThanOrEqual(90);
  expect(none.filter(({ told }) => told !== null)).toEqual([]);
});
