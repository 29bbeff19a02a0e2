import { describe, expect, test } from 'vitest';
import { listBuild, listSource, type SourceChoice } from '../../../utils/sync/list-source.ts';

const BUILT = { address: 'https://built.example/', keys: ['built'] };
const NOTHING: SourceChoice = { address: null, keys: null };
const OPEN = { address: false, keys: false };

describe('policy goes before the user’s choice, and that before the build’s', () => {
  test.each<[string, Partial<SourceChoice>, Partial<SourceChoice>, ReturnType<typeof listSource>]>([
    ['nobody says anything', {}, {}, { ...BUILT, foreign: false, locked: OPEN }],
    [
      'the user chooses an address',
      { address: 'https://chosen.example/list' },
      {},
      { address: 'https://chosen.example/list/', keys: ['built'], foreign: true, locked: OPEN },
    ],
    [
      'the user chooses keys',
      { keys: ['mine'] },
      {},
      { ...BUILT, keys: ['mine'], foreign: true, locked: OPEN },
    ],
    [
      'the user chooses what is built in',
      { address: 'https://built.example', keys: ['built'] },
      {},
      { ...BUILT, foreign: false, locked: OPEN },
    ],
    [
      'the user chooses no address',
      { address: '' },
      {},
      { ...BUILT, address: '', foreign: true, locked: OPEN },
    ],
    ['the user chooses no key', { keys: [] }, {}, { ...BUILT, keys: [], foreign: true, locked: OPEN }],
    ['the user’s address is none', { address: 'nonsense' }, {}, { ...BUILT, foreign: false, locked: OPEN }],
    [
      'policy sets an address over the user’s',
      { address: 'https://chosen.example/' },
      { address: 'https://policy.example' },
      {
        ...BUILT,
        address: 'https://policy.example/',
        foreign: true,
        locked: { address: true, keys: false },
      },
    ],
    [
      'policy sets keys over the user’s',
      { keys: ['mine'] },
      { keys: ['theirs'] },
      { ...BUILT, keys: ['theirs'], foreign: true, locked: { address: false, keys: true } },
    ],
    [
      'policy sets what is built in',
      { address: 'https://chosen.example/', keys: ['mine'] },
      BUILT,
      { ...BUILT, foreign: false, locked: { address: true, keys: true } },
    ],
    [
      'policy sets no address',
      { address: 'https://chosen.example/' },
      { address: '' },
      { ...BUILT, address: '', foreign: true, locked: { address: true, keys: false } },
    ],
    [
      'policy’s address is none: the user’s stands, and is not locked',
      { address: 'https://chosen.example/' },
      { address: 'http://policy.example/' },
      { ...BUILT, address: 'https://chosen.example/', foreign: true, locked: OPEN },
    ],
  ])('%s', (_, chosen, policy, source) => {
    expect(listSource(BUILT, { ...NOTHING, ...chosen }, { ...NOTHING, ...policy })).toEqual(source);
  });

  test('two keys are trusted at most, the first ones', () => {
    expect(listSource(BUILT, { ...NOTHING, keys: ['a', 'b', 'c'] }, NOTHING).keys).toEqual(['a', 'b']);
  });
});

describe('a build', () => {
  test.each([
    ['', '', { address: '', keys: [] }],
    ['https://lists.example', 'a', { address: 'https://lists.example/', keys: ['a'] }],
    ['', 'a,b', { address: '', keys: ['a', 'b'] }],
    ['', ' a ,\n b, ', { address: '', keys: ['a', 'b'] }],
  ])('of %j and %j', (url, keys, built) => {
    expect(listBuild(url, keys)).toEqual(built);
  });

  test.each(['nonsense', 'http://lists.example/', ' '])('with the address %j fails', (url) => {
    expect(() => listBuild(url, 'a')).toThrow(new RangeError(`the build's list address is none: ${url}`));
  });
});
