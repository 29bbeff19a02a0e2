// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { History } from '../../../components/history/history.tsx';
import { type Flags, useFlags } from '../../../components/history/use-flags.ts';
import type { FlagOutline, FlagRow, FlagSelection } from '../../../components/models/flag.ts';
import type { HistoryPort } from '../../../components/models/history.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { historyPort, nothing } from '../../e2e/gallery/history-port.ts';
import { button, click, show, textOf } from './show.tsx';

const log = { view: 'log', search: '' } as const;
const draw = (count: number, search = '') =>
  show(<History port={historyPort(count)} route={{ ...log, search }} onRoute={nothing} optionsUrl="#" />);

describe('the page', () => {
  test('without flags it says when there will be some', async () => {
    const root = await draw(0);
    expect(textOf(root)).toContain('No flags yet.');
  });

  test('a search without a match says so, and lets go of the filter', async () => {
    const root = await draw(5, 'no such host');
    expect(textOf(root)).toContain('No flag matches these filters.');
    expect(button(root, 'Clear filters')).toBeTruthy();
  });

  test('deleting all is undone by one button', async () => {
    const root = await draw(5);
    expect(textOf(root)).toContain('5 of 5 flags');
    await click(button(root, 'Delete all'));
    expect(textOf(root)).toContain('5 flags deleted.');
    expect(textOf(root)).toContain('No flags yet.');
    await click(button(root, 'Undo'));
    expect(textOf(root)).toContain('5 of 5 flags');
  });

  test('until the newest rows stand, nothing asks for all flags, whatever changes meanwhile', async () => {
    vi.stubGlobal('requestIdleCallback', (done: () => void) => done());
    const port = historyPort(5);
    const asked: string[] = [];
    let tell = nothing;
    let arrive = nothing;
    const newest = new Promise<void>((done) => {
      arrive = done;
    }).then(async () => ({ ...(await port.query(EVERYTHING, 0, 50)), counted: false as const }));
    const root = await show(
      <History
        port={{
          ...port,
          newest: () => newest,
          query: (...query) => {
            asked.push('all');
            return port.query(...query);
          },
          choices: () => {
            asked.push('choices');
            return port.choices();
          },
          onChange: (listener) => {
            const others = tell;
            tell = () => {
              others();
              listener();
            };
            return nothing;
          },
        }}
        route={log}
        onRoute={nothing}
        optionsUrl="#"
      />,
    );
    tell();
    expect(asked).toEqual([]);
    arrive();
    await vi.waitFor(() => expect(asked).toContain('choices'));
    expect(asked[0]).toBe('all');
    expect(textOf(root)).toContain('5 of 5 flags');
  });

  test('what is counted beside the flags follows a deletion, and its undoing', async () => {
    const port = historyPort(5);
    let asked = 0;
    const overview = () => {
      asked += 1;
      return port.overview();
    };
    const root = await show(
      <History port={{ ...port, overview }} route={log} onRoute={nothing} optionsUrl="#" />,
    );
    const before = asked;
    await click(button(root, 'Delete all'));
    expect(asked).toBe(before + 1);
    await click(button(root, 'Undo'));
    expect(asked).toBe(before + 2);
  });

  test('a filter let go while flags are being deleted stays let go', async () => {
    const port = historyPort(5);
    let finish = nothing;
    const held = new Promise<void>((done) => {
      finish = done;
    });
    const root = await show(
      <History
        port={{ ...port, remove: (selection) => held.then(() => port.remove(selection)) }}
        route={{ ...log, search: 'kind:lookalike' }}
        onRoute={nothing}
        optionsUrl="#"
      />,
    );
    const [, found] = /(\d) of 5 flags/.exec(textOf(root)) ?? [];
    const others = 5 - Number(found);
    expect(others).toBeLessThan(5);
    await click([...root.querySelectorAll('button')].find((one) => /^Delete th/.test(textOf(one)))!);
    await click(button(root, 'Clear filters'));
    await vi.waitFor(() => expect(textOf(root)).toContain('5 of 5 flags'));
    finish();
    await vi.waitFor(() => expect(textOf(root)).toContain(`${others} of ${others} flags`));
  });

  test('a history that cannot be read is told, and blames nobody', async () => {
    const port = historyPort(1, {
      overview: async () => {
        throw new Error('closed');
      },
    });
    const quiet = console.error;
    console.error = nothing;
    const root = await show(<History port={port} route={log} onRoute={nothing} optionsUrl="#" />);
    console.error = quiet;
    expect(root.querySelector('[role=alert]')?.textContent).toContain('could not be read');
  });

  test('the chart is saved with its words in it, without the page around it', async () => {
    const saved: [string, string, string][] = [];
    const port = historyPort(120, {
      savePicture: async (...picture) => {
        saved.push(picture);
      },
    });
    const root = await show(<History port={port} route={log} onRoute={nothing} optionsUrl="#" />);
    await click(button(root, 'Save as SVG'));
    await click(button(root, 'Save as PNG'));
    expect(saved.map(([name, , kind]) => `${name}.${kind}`)).toEqual(['flags-a-day.svg', 'flags-a-day.png']);
    const said = (saved[0]?.[1] ?? '').replace(/<[^>]*>/g, ' ');
    for (const words of ['Flags a day', 'Lookalike', 'Pages checked', 'Oct 2026']) {
      expect(said.replaceAll(/&nbsp;|\u00a0/g, ' ')).toContain(words);
    }
    expect(saved[0]?.[1]).not.toContain('class=');
  });

  test("an exchange's drawing is saved with its name and key in it", async () => {
    const saved: [string, string, string][] = [];
    const port = historyPort(120, {
      savePicture: async (...picture) => {
        saved.push(picture);
      },
    });
    const route = { view: 'by-exchange', exchange: 'okx' } as const;
    const root = await show(<History port={port} route={route} onRoute={nothing} optionsUrl="#" />);
    await click(button(root, 'Save as PNG'));
    const [name, drawn = '', kind] = saved[0] ?? [];
    expect(`${name}.${kind}`).toBe('okx-lineage.png');
    const said = drawn.replace(/<[^>]*>/g, ' ');
    for (const words of ['Addresses of OKX', 'over time', 'okex.com', 'visit to an unproven address'])
      expect(said).toContain(words);
    expect(drawn).not.toMatch(/class=|below/);
  });

  test('export is not offered while there is none', async () => {
    expect(textOf(await draw(5))).not.toContain('Export');
  });
});

/** A promise to be settled later. */
function later<T>() {
  let resolve: (value: T) => void = nothing;
  let reject: (cause: Error) => void = nothing;
  const promise = new Promise<T>((done, fail) => {
    resolve = done;
    reject = fail;
  });
  return { promise, resolve, reject };
}

const drawPort = (port: HistoryPort, search = '') =>
  show(<History port={port} route={{ ...log, search }} onRoute={nothing} optionsUrl="#" />);
const toast = (root: Element) => textOf(root.querySelector('.toast')!);
const startingWith = (root: Element, words: string) =>
  [...root.querySelectorAll('button')].find((one) => textOf(one).startsWith(words))!;

describe('deleting and undoing', () => {
  test('a second press while flags are being deleted is passed over', async () => {
    const port = historyPort(5);
    const held = later<void>();
    const remove = vi.fn<HistoryPort['remove']>((selection) =>
      held.promise.then(() => port.remove(selection)),
    );
    const root = await drawPort({ ...port, remove });
    await click(button(root, 'Delete all'));
    await click(button(root, 'Delete all'));
    expect(toast(root)).toBe('Deleting…');
    held.resolve();
    await vi.waitFor(() => expect(toast(root)).toBe('5 flags deleted. Undo'));
    expect(remove).toHaveBeenCalledTimes(1);
    await click(button(root, 'Undo'));
    expect(toast(root)).toBe('Restored.');
    expect(textOf(root)).toContain('5 of 5 flags');
  });

  test('a deletion that finds nothing leaves the earlier one to be undone', async () => {
    const port = historyPort(5);
    // The rows stand still, as they do until they are read anew.
    const answer = await port.query(EVERYTHING, 0, 50);
    const restore = vi.fn(port.restore);
    const root = await drawPort({ ...port, query: async () => answer, restore });
    await click(button(root, 'Delete all'));
    await click(button(root, 'Delete all'));
    expect(toast(root)).toBe('5 flags deleted. Undo');
    await click(button(root, 'Undo'));
    expect(restore).toHaveBeenCalledExactlyOnceWith('0');
    expect(toast(root)).toBe('Restored.');
  });

  test('a deletion that fails says so, and leaves the earlier one to be undone', async () => {
    vi.spyOn(console, 'error').mockImplementation(nothing);
    const port = historyPort(9);
    const remove = vi.fn(port.remove);
    const root = await drawPort({ ...port, remove }, 'kind:lookalike');
    await click(startingWith(root, 'Delete th'));
    const before = toast(root);
    await click(button(root, 'Clear filters'));
    await vi.waitFor(() => expect(button(root, 'Delete all')).toBeTruthy());
    remove.mockRejectedValueOnce(new Error('no answer'));
    await click(button(root, 'Delete all'));
    expect(toast(root)).toMatch(/^It could not be done.* deleted\. Undo$/);
    await click(button(root, 'Delete all'));
    expect(toast(root)).not.toBe(before);
    expect(toast(root)).toMatch(/^\d flags deleted\. Undo$/);
  });

  test('an undoing that fails says so, and can be pressed again', async () => {
    vi.spyOn(console, 'error').mockImplementation(nothing);
    const port = historyPort(5);
    const held = later<number>();
    const restore = vi.fn(port.restore).mockReturnValueOnce(held.promise);
    const root = await drawPort({ ...port, restore });
    await click(button(root, 'Delete all'));
    await click(button(root, 'Undo'));
    expect(toast(root)).toBe('Restoring…');
    held.reject(new Error('no answer'));
    await vi.waitFor(() => expect(toast(root)).toMatch(/^It could not be done.* 5 flags deleted\. Undo$/));
    await vi.waitFor(() => expect(document.activeElement).toBe(button(root, 'Undo')));
    await click(button(root, 'Undo'));
    expect(toast(root)).toBe('Restored.');
    expect(textOf(root)).toContain('5 of 5 flags');
  });

  test('an undoing that brings nothing back does not say that it did', async () => {
    const root = await drawPort(historyPort(5, { restore: async () => 0 }));
    await click(button(root, 'Delete all'));
    await click(button(root, 'Undo'));
    expect(toast(root)).toBe('That could not be done. Nothing was changed.');
  });

  test('what was counted is deleted and exported, while the answer to another filter is on its way', async () => {
    const port = historyPort(9);
    const held = later<void>();
    const removed: FlagSelection[] = [];
    const exported: FlagSelection[] = [];
    const root = await drawPort(
      {
        ...port,
        query: async (filter, ...rest) => {
          if (filter.kind === null) await held.promise;
          return port.query(filter, ...rest);
        },
        remove: async (selection) => {
          removed.push(selection);
          return port.remove(selection);
        },
        openExport: (selection) => exported.push(selection),
      },
      'kind:lookalike',
    );
    await click(button(root, 'Clear filters'));
    await new Promise((done) => setTimeout(done, 150));
    await click(startingWith(root, 'Export these'));
    await click(startingWith(root, 'Delete th'));
    const counted = [{ filter: { ...EVERYTHING, kind: 'lookalike' } }];
    expect(exported).toEqual(counted);
    expect(removed).toEqual(counted);
  });
});

describe('rows read anew', () => {
  /** A log of which more than one window is in sight, and each row is known in outline at once. */
  function outlined(count: number) {
    vi.stubGlobal('innerHeight', 9000);
    const port = historyPort(count);
    const holds = new Map<number, Promise<void>>();
    let change = nothing;
    const query: HistoryPort['query'] = async (filter, offset, limit) => {
      await holds.get(offset);
      const all = (await port.query(filter, 0, count)).rows;
      return {
        ...(await port.query(filter, offset, limit)),
        outline: (at) => (all[at] ? outlineOf(all[at]) : null),
      };
    };
    const onChange: HistoryPort['onChange'] = (listener) => {
      const others = change;
      change = () => {
        others();
        listener();
      };
      return nothing;
    };
    return { port: { ...port, query, onChange }, holds, change: () => change() };
  }
  const outlineOf = ({ id, observedAt, tier, kind, host, action, list }: FlagRow): FlagOutline => ({
    id,
    observedAt,
    tier,
    kind,
    host,
    action,
    listVersion: list.version,
  });
  const lines = (root: Element) => [...root.querySelectorAll<HTMLElement>('.line:not(.heads)')];

  test('what is typed beside a row far down stays there', async () => {
    const { port, holds, change } = outlined(90);
    const root = await drawPort(port);
    const line = lines(root)[60]!;
    await click(line.querySelector<HTMLElement>('[aria-expanded]')!);
    await click(button(root, 'Ignore this site'));
    const form = root.querySelector('.det form, .det fieldset, .det input')!;
    const held = later<void>();
    holds.set(50, held.promise);
    await act(async () => change());
    await click(root);
    expect(root.contains(form)).toBe(true);
    held.resolve();
    await click(root);
    expect(root.contains(form)).toBe(true);
  });

  test('a window that is answered before the first one stays', async () => {
    const { port, holds, change } = outlined(90);
    const seen: Flags[] = [];
    function Probe() {
      const flags = useFlags(port, EVERYTHING);
      seen.push(flags);
      flags.want(50, 89);
      return null;
    }
    await show(<Probe />);
    const held = later<void>();
    holds.set(0, held.promise);
    await act(async () => change());
    await act(async () => seen.at(-1)!.want(50, 89));
    await click(document.body);
    held.resolve();
    await click(document.body);
    expect(seen.at(-1)!.at(0)).toHaveProperty('findings');
    expect(seen.at(-1)!.at(60)).toHaveProperty('findings');
  });
});
