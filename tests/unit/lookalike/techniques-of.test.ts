import { expect, it } from 'vitest';
import type { Technique } from '../../../utils/lookalike/match.ts';
import { techniquesOf } from '../../../utils/lookalike/techniques/all.ts';
import { reading, type Told } from './reading.ts';

const MISSPELT = { edit: 20 };
const IN_SHAPE = { edit: 20, visualOnly: true };
const GATE_IO = { name: { text: 'gateio', address: true } };

const SHOWN: [name: string, told: Told, techniques: Technique[]][] = [
  ['the name alone', {}, ['tld-swap']],
  ['beside another word', { rest: 5 }, ['combosquat']],
  ['a letter of the same shape', IN_SHAPE, ['homoglyph']],
  ['a foreign letter that costs nothing', { foreign: true }, ['homoglyph', 'tld-swap']],
  ['a foreign letter among other edits', { ...MISSPELT, foreign: true }, ['homoglyph', 'typosquat']],
  ['letters that are wrong', MISSPELT, ['typosquat']],
  ['wrong, beside another word', { ...MISSPELT, rest: 5 }, ['typosquat', 'combosquat']],
  ['all of it in shape, where nothing is edited', { visualOnly: true }, ['tld-swap']],
  ['before somebody else’s domain', { place: 'subdomain' }, ['brand-in-subdomain']],
  ['wrong, before another domain', { ...MISSPELT, place: 'subdomain' }, ['typosquat', 'brand-in-subdomain']],
  ['cut by a hyphen', { hyphenInside: true }, ['hyphenation']],
  ['cut, beside another word', { hyphenInside: true, rest: 5 }, ['hyphenation', 'combosquat']],
  ['an address with a hyphen for its dot', { ...GATE_IO, hyphenInside: true }, ['target-embedding']],
  ['an address without its dot', GATE_IO, ['tld-swap']],
  [
    'a dotted address beside another word',
    { name: { kind: 'dotted' }, rest: 5 },
    ['target-embedding', 'combosquat'],
  ],
  [
    'with its own suffix, before another domain',
    { embedded: true, place: 'subdomain' },
    ['target-embedding', 'brand-in-subdomain'],
  ],
];

it.each(SHOWN)('%s', (_name, told, techniques) => {
  expect(techniquesOf(reading(told))).toEqual(techniques);
});
