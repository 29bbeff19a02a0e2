// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  BACK_OUTCOMES,
  LIST_DATES,
  LIST_TROUBLES,
  type ListPort,
  type ListStatus,
  SOURCE_FAULTS,
  STORE_FAULTS,
  SYNC_OUTCOMES,
} from '../../../components/models/list.ts';
import { LANGUAGES, type Language } from '../../../components/models/settings.ts';
import { ListSection } from '../../../components/options/list-section.tsx';
import { done } from '../../e2e/gallery/history-port.ts';
import { BUNDLED, LOCKED, OPTIONS, optionsPort, TROUBLED } from '../../e2e/gallery/options-model.ts';
import { button, click, show, textOf, type } from './show.tsx';

const complete = /[{}]|\*\*|undefined|null|\[object/;

async function draw(
  list: Partial<ListStatus> = {},
  port: Partial<ListPort> = {},
  language: Language = 'en',
): Promise<HTMLElement> {
  const model = { ...OPTIONS, list: { ...OPTIONS.list, ...list } };
  const section = <ListSection model={model} port={optionsPort(model, port)} onChange={done} />;
  return show(section, language);
}

const taking = (set: object[]) => async (change: object) => {
  set.push(change);
  return null;
};

const field = (root: Element, name: string) =>
  root.querySelector(`[aria-label="${name}"]`) as HTMLInputElement | HTMLTextAreaElement;

describe('what is said of the list', () => {
  test('version, date, age, origin, hash, key, last outcome with its facts, next try', async () => {
    const said = textOf(await draw());
    for (const words of [
      '412 of 20\u00a0Nov\u00a02026, 2 days old',
      'from the address below',
      '18\u00a0Feb\u00a02027',
      'updated by difference',
      'from version 411',
      '3.4 kB fetched',
      'every 6 hours',
      '9f3c 41d0 7be2',
      '6DDE9B06CC3EE817',
    ])
      expect(said).toContain(words.replaceAll('\u00a0', ' '));
  });

  test.each(LANGUAGES)(
    'every outcome, trouble, date and fault has words of its own in %s',
    async (language) => {
      const told = new Set<string>();
      for (const outcome of SYNC_OUTCOMES) {
        const root = await draw(
          { lastTry: { at: '2026-11-22T09:12:00.000Z', outcome, facts: {} } },
          {},
          language,
        );
        expect(textOf(root)).not.toMatch(complete);
        told.add(textOf(root.querySelectorAll('dd')[3] as Element));
      }
      expect(told.size).toBe(SYNC_OUTCOMES.length);
      for (const trouble of LIST_TROUBLES)
        told.add(textOf((await draw({ trouble }, {}, language)).querySelector('.problem') as Element));
      for (const dated of LIST_DATES.filter((one) => one !== 'fresh'))
        told.add(textOf((await draw({ dated }, {}, language)).querySelector('.problem') as Element));
      for (const fault of STORE_FAULTS) {
        const lastTry = {
          at: '2026-11-22T09:12:00.000Z',
          outcome: 'storage failed' as const,
          facts: { fault },
        };
        told.add(textOf((await draw({ lastTry }, {}, language)).querySelector('dd .ev') as Element));
      }
      expect(told.size).toBe(
        SYNC_OUTCOMES.length + LIST_TROUBLES.length + LIST_DATES.length - 1 + STORE_FAULTS.length,
      );
    },
  );

  test.each(LANGUAGES)('that none can be read, and what helps (%s)', async (language) => {
    const model = { ...OPTIONS, list: null };
    const section = <ListSection model={model} port={optionsPort(model)} onChange={done} />;
    const root = await show(section, language);
    expect(textOf(root.querySelector('[role=alert]')!)).toContain('Ensign');
    expect(textOf(root)).not.toMatch(complete);
    expect(root.querySelectorAll('input, textarea, button, dl')).toHaveLength(0);
  });

  test('a refusal that no honest host brings about is raised, with its facts', async () => {
    const said = textOf(await draw(TROUBLED));
    expect(said).toContain('refused, version jumps too far. A host in working order does not send this.');
    expect(said).toContain('version 9007199254740991');
    expect(said).toContain('Version 413 is left aside');
    expect(said).toContain("The list does not come from Ensign's own publisher.");
  });

  test('without an address nothing pretends to a server', async () => {
    const root = await draw(BUNDLED);
    expect(textOf(root)).toContain('with Ensign itself');
    expect(textOf(root)).toContain('none: no address or no key is set');
    expect(button(root, 'Update now').disabled).toBe(true);
  });

  test('with an address and no key no list is believed, and that is said', async () => {
    const root = await draw({ keys: [], nextTry: null });
    expect(textOf(root)).toContain('no key set');
    expect(button(root, 'Update now').disabled).toBe(true);
  });
});

describe('updating', () => {
  test('says how it ended, refusals too', async () => {
    const root = await draw(
      {},
      { update: async () => ({ kind: 'refused: older version', version: 411, floor: 412 }) },
    );
    await click(button(root, 'Update now'));
    expect(textOf(root)).toContain('refused, older than the newest ever taken');
    expect(textOf(root)).toContain('nothing below version 412 is taken');
  });

  test('shows how far it is, and cannot be asked for twice', async () => {
    const root = await draw(TROUBLED);
    const bar = root.querySelector('progress') as HTMLProgressElement;
    expect([bar.value, bar.max]).toEqual([1_200_000, 2_310_000]);
    expect(textOf(root)).toContain('Fetching: whole list 1,200 / 2,310 kB');
    expect(button(root, 'Updating…').disabled).toBe(true);
    const checking = await draw({ underWay: { file: 'snapshot', received: 500, size: 500 } });
    expect(textOf(checking)).toContain('Checking every entry…');
  });
});

test('a list that a study holds is said to be held, where there is anything that could be asked', async () => {
  const pinned = await draw({ pinned: true, nextTry: null });
  expect(textOf(pinned)).toContain('a study holds this version');
  expect(textOf(await draw({ pinned: true, nextTry: null, address: '' }))).toContain('no address or no key');
});

describe('address and keys', () => {
  test('only what was changed is set', async () => {
    const set: object[] = [];
    const root = await draw({}, { setSource: taking(set) });
    expect(button(root, 'Save').disabled).toBe(true);
    await type(field(root, 'Address of the list'), ' https://other.example/list ');
    await click(button(root, 'Save'));
    await type(
      field(root, 'Trusted keys'),
      'untrusted comment: minisign public key 6DDE\nRWQXoXj+wGbebSm+5zeVKbnRRc4r2HaU5ob+1GbpwEaFjedwgirxPIEZ\n\n',
    );
    await click(button(root, 'Save'));
    expect(set).toEqual([
      { address: 'https://other.example/list' },
      { keys: ['RWQXoXj+wGbebSm+5zeVKbnRRc4r2HaU5ob+1GbpwEaFjedwgirxPIEZ'] },
    ]);
    expect(textOf(root)).toContain('Saved.');
  });

  test.each(SOURCE_FAULTS)('%s: said at the field it concerns, and what was typed stays', async (fault) => {
    const root = await draw({}, { setSource: async () => fault });
    const address = field(root, 'Address of the list');
    await type(address, 'lists.example');
    await click(button(root, 'Save'));
    const wrong = root.querySelectorAll('[aria-invalid="true"]');
    expect(wrong).toHaveLength(1);
    const described = wrong[0]!.getAttribute('aria-describedby')!.split(' ');
    expect(described).toContain('list-fault');
    expect(textOf(root.querySelector('#list-fault') as Element)).not.toBe('');
    expect(address.value).toBe('lists.example');
    expect(/key/.test(fault)).toBe(wrong[0] === field(root, 'Trusted keys'));
  });

  test('what policy holds is shown, cannot be changed, and says so', async () => {
    const root = await draw(LOCKED);
    expect(field(root, 'Address of the list').disabled).toBe(true);
    expect(field(root, 'Trusted keys').disabled).toBe(true);
    expect(root.querySelectorAll('.lock')).toHaveLength(2);
    expect(() => button(root, "Back to Ensign's own")).toThrow();
  });

  test('a foreign source is given up for the one of the build, but for what policy holds', async () => {
    const set: object[] = [];
    const port = { setSource: taking(set) };
    await click(button(await draw({ foreign: true }, port), "Back to Ensign's own"));
    const locked = { address: true, keys: false };
    await click(button(await draw({ foreign: true, locked }, port), "Back to Ensign's own"));
    expect(set).toEqual([{ address: null, keys: null }, { keys: null }]);
  });
});

describe('versions kept', () => {
  test('any but the one in use can be used, the bundled one too', async () => {
    const used: (string | null)[] = [];
    const root = await draw(
      {},
      {
        use: async (sha256) => {
          used.push(sha256);
          return 'done';
        },
      },
    );
    expect(() => button(root, 'Use version 412')).toThrow();
    await click(button(root, 'Use version 411'));
    expect(textOf(root)).toContain('Version 411 is in use.');
    await click(button(root, 'Use version 398'));
    expect(used).toEqual([OPTIONS.list.kept[1]!.sha256, null]);
  });

  test.each(BACK_OUTCOMES.filter((one) => one !== 'done'))('%s is said', async (became) => {
    const root = await draw({}, { use: async () => became });
    await click(button(root, 'Use version 411'));
    const said = textOf(root.querySelector('#list-versions [role=status]') as Element);
    expect(said).not.toBe('');
    expect(said).not.toContain('in use');
  });
});

test('what became of files is said by name', async () => {
  const given: number[] = [];
  const root = await draw(
    {},
    {
      takeFiles: async (files) => {
        given.push(files.length);
        return { kind: 'not a list', file: 'signature', detail: 'not among the files' };
      },
    },
  );
  const input = root.querySelector('input[type=file]') as HTMLInputElement;
  expect(input.multiple).toBe(true);
  Object.defineProperty(input, 'files', { value: [new File(['a'], 'a'), new File(['b'], 'b')] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await click(input);
  expect(given[0]).toBe(2);
  expect(textOf(root)).toContain('the answer was no list');
  expect(textOf(root)).toContain('file: signature');
});
