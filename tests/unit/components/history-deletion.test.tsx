// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { History } from '../../../components/history/history.tsx';
import type { FlagSelection } from '../../../components/models/flag.ts';
import type { HistoryPort } from '../../../components/models/history.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { historyPort, nothing } from '../../e2e/gallery/history-port.ts';
import { soon } from '../../fixtures/soon.ts';
import { button, click, show, textOf } from './show.tsx';

const log = { view: 'log', search: '' } as const;

const drawPort = (port: HistoryPort, search = '') =>
  show(<History port={port} route={{ ...log, search }} onRoute={nothing} optionsUrl="#" />);
const toast = (root: Element) => textOf(root.querySelector('.toast')!);
const startingWith = (root: Element, words: string) =>
  [...root.querySelectorAll('button')].find((one) => textOf(one).startsWith(words))!;

describe('deleting and undoing', () => {
  test('a second press while flags are being deleted is passed over', async () => {
    const port = historyPort(5);
    const held = Promise.withResolvers<void>();
    const remove = vi.fn<HistoryPort['remove']>((selection) =>
      held.promise.then(() => port.remove(selection)),
    );
    const root = await drawPort({ ...port, remove });
    await click(button(root, 'Delete all'));
    await click(button(root, 'Delete all'));
    expect(toast(root)).toBe('Deleting…');
    held.resolve();
    await soon(() => expect(toast(root)).toBe('5 flags deleted. Undo'));
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
    await soon(() => expect(button(root, 'Delete all')).toBeTruthy());
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
    const held = Promise.withResolvers<number>();
    const restore = vi.fn(port.restore).mockReturnValueOnce(held.promise);
    const root = await drawPort({ ...port, restore });
    await click(button(root, 'Delete all'));
    await click(button(root, 'Undo'));
    expect(toast(root)).toBe('Restoring…');
    held.reject(new Error('no answer'));
    await soon(() => expect(toast(root)).toMatch(/^It could not be done.* 5 flags deleted\. Undo$/));
    await soon(() => expect(document.activeElement).toBe(button(root, 'Undo')));
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
    const held = Promise.withResolvers<void>();
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
