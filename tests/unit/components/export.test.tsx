// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { Export } from '../../../components/export/export.tsx';
import type { ExportPort, ExportStudy } from '../../../components/export/port.ts';
import { DEFAULT_OPTIONS } from '../../../utils/export/options.ts';
import { HistoryError } from '../../../utils/history/database.ts';
import { EXPORT_STUDY, exportPort } from '../../e2e/gallery/export-port.ts';
import { button, click, show, textOf } from './show.tsx';

const draw = (port: Partial<ExportPort> = {}) =>
  show(<Export port={{ ...exportPort(null), ...port }} historyUrl="#" optionsUrl="#" />);

test('the very rows are shown', async () => {
  const root = await draw();
  expect(textOf(root)).toContain('4 flags will be exported.');
  expect(root.querySelectorAll('.export-preview tbody tr')).toHaveLength(4);
});

test('where nothing is to be exported, that is said, without an empty table and without a way to save it', async () => {
  const root = await draw({ count: async () => 0, preview: async () => [] });
  expect(textOf(root)).toContain('0 flags will be exported.');
  expect(root.querySelector('table')).toBeNull();
  expect(button(root, 'Save the file').disabled).toBe(true);
});

test.each([
  ['for another reason', new HistoryError('blocked'), 'could not be read. Reload the page'],
  ['as a later version wrote it', new HistoryError('newer'), 'A later version of Ensign wrote'],
])('a history that cannot be read %s is told, with what helps', async (_why, cause, said) => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const root = await draw({ preview: () => Promise.reject(cause) });
  expect(textOf(root.querySelector('[role=alert]') as Element)).toContain(said);
  told.mockRestore();
});

test('once a file is saved the rows are those of the next, whose pseudonyms are new', async () => {
  const preview = vi.fn(exportPort(null).preview);
  const root = await draw({ preview });
  await click([...root.querySelectorAll<HTMLElement>('.choice-line input')].at(-1)!);
  const before = preview.mock.calls.length;
  await click(button(root, 'Save the file'));
  expect(preview.mock.calls.length).toBe(before + 1);
});

describe('rows ticked off, of a history that changes elsewhere', () => {
  const drawn = async (stands: () => number[], shown = 4) => {
    const rows = await exportPort(null).preview(DEFAULT_OPTIONS, 4);
    const there = () => stands().flatMap((at) => rows[at] ?? []);
    const run = vi.fn(exportPort(null).run);
    const root = await draw({
      count: async () => there().length,
      preview: async () => there().slice(0, shown),
      run,
    });
    return { root, run, rows };
  };
  const untick = (root: Element, row: number) =>
    click(root.querySelectorAll<HTMLElement>('.export-preview input')[row]!);
  const readAgain = (root: Element) => click(root.querySelectorAll<HTMLElement>('input[name=level]')[1]!);

  test.each([
    ['in the middle', 1, [0, 2, 3]],
    ['at the end', 3, [0, 1, 2]],
    ['and all others with it', 1, []],
  ])('one that is gone, %s, is not counted off', async (_where, row, left) => {
    let stands = [0, 1, 2, 3];
    const { root } = await drawn(() => stands);
    await untick(root, row);
    expect(textOf(root)).toContain('3 flags will be exported.');
    stands = left;
    await readAgain(root);
    expect(textOf(root)).toContain(`${left.length} flags will be exported.`);
  });

  test('one that others pushed out of sight still is, and stays out of the file', async () => {
    let stands = [1, 2, 3];
    const { root, run, rows } = await drawn(() => stands, 2);
    await untick(root, 1);
    stands = [0, 1, 2, 3];
    await readAgain(root);
    expect(textOf(root)).toContain('3 flags will be exported.');
    await click([...root.querySelectorAll<HTMLElement>('.choice-line input')].at(-1)!);
    await click(button(root, 'Save the file'));
    expect(run.mock.calls[0]![0].excluded).toEqual([rows[2]!.storedId]);
  });
});

describe('for oneself, then for a study that has fewer rows', () => {
  const { count, preview } = exportPort(null);
  const ROWS_SINCE = 2;
  const ofStudy: Partial<ExportPort> = {
    study: async () => EXPORT_STUDY,
    count: async (options) => (options.study === null ? count(options) : ROWS_SINCE),
    preview: async (options, limit) => (await preview(options, limit)).slice(options.study ? -ROWS_SINCE : 0),
  };
  const untick = async (root: Element, rows: number) => {
    const ticks = [...root.querySelectorAll<HTMLElement>('.export-preview input')];
    for (const tick of ticks.slice(0, rows)) await click(tick);
  };
  const agree = (root: Element) =>
    click([...root.querySelectorAll<HTMLElement>('.choice-line input')].at(-1)!);
  const forWhom = (root: Element) =>
    [...root.querySelectorAll<HTMLElement>('input[name=for]')] as [HTMLElement, HTMLElement];

  test('what was unticked is not counted off the rows of the study', async () => {
    const run = vi.fn(exportPort(null).run);
    const root = await draw({ ...ofStudy, run });
    await click(forWhom(root)[1]);
    await untick(root, 3);
    expect(textOf(root)).toContain('1 flag will be exported.');
    await click(forWhom(root)[0]);
    expect(textOf(root)).toContain('2 flags will be exported.');
    await agree(root);
    await click(button(root, 'Save the file'));
    expect(run.mock.calls[0]![0].excluded).toEqual([]);
  });

  test('a change of the level lets the ticks stand', async () => {
    const root = await draw();
    await untick(root, 1);
    await click(root.querySelector<HTMLElement>('input[name=level]:not([checked])')!);
    expect(textOf(root)).toContain('3 flags will be exported.');
  });

  test('nothing can be saved before the rows of the study are there', async () => {
    const late = Promise.withResolvers<number>();
    const root = await draw({
      ...ofStudy,
      count: async (options) => (options.study === null ? count(options) : late.promise),
    });
    await click(forWhom(root)[1]);
    await click(forWhom(root)[0]);
    await agree(root);
    expect(button(root, 'Save the file').disabled).toBe(true);
    expect(textOf(root)).not.toContain('flags will be exported');
    late.resolve(ROWS_SINCE);
    await click(root);
    expect(textOf(root)).toContain('2 flags will be exported.');
  });

  test('a study that is read late finds neither ticks nor agreement', async () => {
    const late = Promise.withResolvers<ExportStudy>();
    const root = await draw({ ...ofStudy, study: () => late.promise });
    await untick(root, 3);
    await agree(root);
    late.resolve(EXPORT_STUDY);
    await click(root);
    expect(textOf(root)).toContain('2 flags will be exported.');
    expect(button(root, 'Save the file').disabled).toBe(true);
  });
});
