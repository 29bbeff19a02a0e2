import { describe, expect, it } from 'vitest';
import { LookalikeDataError, type SectionData, writeSections } from '../../../utils/lookalike/container.ts';
import { readIndex } from '../../../utils/lookalike/exchange-index.ts';
import type { ExchangeName, OwnHost } from '../../../utils/lookalike/exchange-names.ts';
import { INDEX, INDEX_KIND, INDEX_VERSION } from '../../../utils/lookalike/index-format.ts';
import { fillKeys, type KeyTable } from '../../../utils/lookalike/key-table.ts';
import { wordBits } from '../../../utils/lookalike/tables.ts';
import { ownTables } from './label.ts';

const name = (text: string, more: Partial<ExchangeName> = {}): ExchangeName => ({
  text,
  exchange: 'okx',
  target: 'okx.com',
  tier: 0,
  prior: 40,
  attacked: 9,
  kind: 'label',
  address: false,
  ambiguous: false,
  ...more,
});
const OWN: OwnHost = { host: 'okx.com', exchange: 'okx', standing: 'present' };
const KEYS = fillKeys([[7, 0]]);

/** An index as a list may carry it, sound but for what is told otherwise. */
function indexOf(told: { meta?: unknown; text?: string; exact?: KeyTable; deletions?: KeyTable } = {}) {
  const { meta = { names: [name('okx')], own: [OWN] }, exact = KEYS, deletions = KEYS } = told;
  const text = told.text ?? JSON.stringify(meta);
  const sections = new Map<number, SectionData>([
    [INDEX.meta, new TextEncoder().encode(text)],
    [INDEX.exactKeys, exact.keys],
    [INDEX.exactNames, exact.names],
    [INDEX.exactBits, exact.bits],
    [INDEX.deletionKeys, deletions.keys],
    [INDEX.deletionNames, deletions.names],
    [INDEX.deletionBits, deletions.bits],
  ]);
  return writeSections(INDEX_KIND, INDEX_VERSION, sections).buffer;
}

const withNames = (...names: ExchangeName[]) =>
  readIndex(indexOf({ meta: { names, own: [OWN] } }), ownTables());

describe('an index is refused', () => {
  const table = (keys: number[], names = keys.map(() => 0), bits = keys.length / 4): KeyTable => ({
    keys: Uint32Array.from(keys),
    names: Uint16Array.from(names),
    bits: new Uint32Array(bits),
  });
  const FREE = [0, 0, 0, 0, 0, 0, 0, 0];
  const FULL = [1, 2, 3, 4, 5, 6, 7, 8];

  it.each<[string, Parameters<typeof indexOf>[0]]>([
    ['whose names are no JSON', { text: '{' }],
    ['of nothing', { text: 'null' }],
    ['of a number', { text: '7' }],
    ['without names', { meta: { own: [] } }],
    ['without own hosts', { meta: { names: [] } }],
    ['with a name that is none', { meta: { names: [null], own: [] } }],
    ['with a name without text', { meta: { names: [{ ...name('okx'), text: '' }], own: [] } }],
    ['with a number for a name', { meta: { names: [{ ...name('okx'), text: 7 }], own: [] } }],
    ['with a name of nobody', { meta: { names: [{ ...name('okx'), exchange: undefined }], own: [] } }],
    ['with a name that stands for nothing', { meta: { names: [{ ...name('okx'), target: null }], own: [] } }],
    ['with a tier in words', { meta: { names: [{ ...name('okx'), tier: 'often' }], own: [] } }],
    ['with no prior', { meta: { names: [{ ...name('okx'), prior: null }], own: [] } }],
    ['with no count', { meta: { names: [{ ...name('okx'), attacked: '9' }], own: [] } }],
    ['with a kind nobody knows', { meta: { names: [{ ...name('okx'), kind: 'nick' }], own: [] } }],
    ['with an address that is neither', { meta: { names: [{ ...name('okx'), address: 1 }], own: [] } }],
    [
      'with an ambiguity that is neither',
      { meta: { names: [{ ...name('okx'), ambiguous: null }], own: [] } },
    ],
    ['with an own host that is none', { meta: { names: [], own: [null] } }],
    ['with an own host without name', { meta: { names: [], own: [{ ...OWN, host: 7 }] } }],
    ['with an own host of nobody', { meta: { names: [], own: [{ ...OWN, exchange: null }] } }],
    ['with a standing nobody knows', { meta: { names: [], own: [{ ...OWN, standing: 'good' }] } }],
    ['of keys that are no power of two', { exact: table([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }],
    ['of more keys than names', { deletions: table(FREE, [0, 0, 0, 0]) }],
    ['of too few bits', { exact: table(FREE, FREE, 1) }],
    ['of too many bits', { exact: table(FREE, FREE, 4) }],
    ['of a name that it has not', { deletions: table(FREE, [0, 1, 0, 0, 0, 0, 0, 0]) }],
    // A search in it would never end.
    ['of keys without a gap', { deletions: table(FULL) }],
    ['of keys more than half full', { deletions: table([1, 2, 3, 4, 5, 0, 0, 0]) }],
    ['of such keys of whole names', { exact: table(FULL) }],
  ])('%s', (_, told) => {
    expect(() => readIndex(indexOf(told), ownTables())).toThrow(LookalikeDataError);
    expect(() => readIndex(indexOf(told), ownTables())).toThrow(/^bad section: /);
  });

  it('and taken where it is sound, half full and with no name at all', () => {
    expect(readIndex(indexOf(), ownTables()).names.map(({ text }) => text)).toEqual(['okx']);
    expect(
      readIndex(indexOf({ deletions: table([1, 2, 3, 4, 0, 0, 0, 0]) }), ownTables()).deletions.keys,
    ).toHaveLength(8);
    expect(readIndex(indexOf({ meta: { names: [], own: [] } }), ownTables()).names).toEqual([]);
  });
});

describe('what an index holds', () => {
  it('is its names, and Chinese ones in letters too, as ordinary words', () => {
    const { names, hanNames } = withNames(
      name('okx'),
      name('歐易', { kind: 'han' }),
      name('币安', { kind: 'han' }),
    );
    expect(names.map(({ text, kind, ambiguous, number }) => [text, kind, ambiguous, number])).toEqual([
      ['okx', 'label', false, 0],
      ['歐易', 'han', false, 1],
      ['币安', 'han', false, 2],
      ['ouyi', 'pinyin', true, 3],
      ['bian', 'pinyin', true, 4],
    ]);
    expect(hanNames.map(({ text }) => text)).toEqual(['歐易', '币安']);
  });

  it('is no such name of three letters, nor one that it has, nor one twice', () => {
    const texts = (...names: ExchangeName[]) => withNames(...names).names.map(({ text }) => text);
    expect(texts(name('欧阿', { kind: 'han' }))).toEqual(['欧阿']);
    expect(texts(name('欧易', { kind: 'han' }), name('ouyi'))).toEqual(['欧易', 'ouyi']);
    expect(texts(name('欧易', { kind: 'han' }), name('歐易', { kind: 'han' }))).toEqual([
      '欧易',
      '歐易',
      'ouyi',
    ]);
    expect(texts(name('欧龘', { kind: 'han' }))).toEqual(['欧龘']);
  });

  it('finds those names beside the keys it came with', () => {
    const { exact } = withNames(name('okx'), name('欧易', { kind: 'han' }));
    const held = [...exact.keys].filter((key) => key !== 0);
    expect(held).toHaveLength(2);
    expect(held).toContain(7);
    expect(exact.names[exact.keys.findIndex((key) => key !== 0 && key !== 7)]).toBe(2);
  });

  it.each<[string, Partial<ExchangeName>, boolean]>([
    ['a name that is no word else', {}, true],
    ['one that is', { ambiguous: true }, false],
    ['one attacked little', { tier: 2 }, false],
    ['one attacked now and then', { tier: 1 }, true],
  ])('takes %s out of the lexicon: %s', (_, told, taken) => {
    const tables = ownTables();
    // A word of nine letters is distinctive.
    const before = wordBits(tables, 'wonderful');
    const names = [name('wonderful', told), name('xqzvwk')];
    readIndex(indexOf({ meta: { names, own: [] } }), tables);
    expect(before).toBe(11);
    expect(wordBits(tables, 'wonderful')).toBe(taken ? 255 / 4 : 11);
  });

  it('is its own hosts by name, and how long its longest name is', () => {
    const { own, longestName } = withNames(name('okx'), name('okexchange'));
    expect(own.get('okx.com')).toEqual(OWN);
    expect(longestName).toBe(10);
  });
});
