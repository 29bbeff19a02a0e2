// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { IgnoreRow } from '../../../components/card/ignore-row.tsx';
import { Export } from '../../../components/export/export.tsx';
import type { ExportPort } from '../../../components/export/port.ts';
import { History } from '../../../components/history/history.tsx';
import { ByExchange } from '../../../components/lineage/by-exchange.tsx';
import type { LineageModel } from '../../../components/models/lineage.ts';
import type { ListPort, ListStatus } from '../../../components/models/list.ts';
import { Options } from '../../../components/options/options.tsx';
import { Warning } from '../../../components/warning/warning.tsx';
import { exportPort } from '../../e2e/gallery/export-port.ts';
import { done, historyPort, LINEAGE, nothing } from '../../e2e/gallery/history-port.ts';
import { OPTIONS, optionsPort } from '../../e2e/gallery/options-model.ts';
import { PAGES } from '../../e2e/gallery/pages.ts';
import { ENROLMENT } from '../../e2e/gallery/study.ts';
import { soon } from '../../fixtures/soon.ts';
import { button, click, show, textOf } from './show.tsx';

/** Pressed by keyboard: it had the focus. */
async function press(root: Element, name: string): Promise<void> {
  const pressed = button(root, name);
  pressed.focus();
  await click(pressed);
}

const focused = () => textOf(document.activeElement as Element);

describe('in the options', () => {
  const draw = () => show(<Options port={optionsPort()} historyUrl="#" />);

  test('an ignored address shown again leads to what undoes that, and from there to the heading', async () => {
    const root = await draw();
    await press(root, 'Undo for okx.ac');
    expect(focused()).toBe('Ignore again');
    await press(root, 'Undo for ouyicn.group');
    expect(focused()).toBe('Ignore again');
    await press(root, 'Ignore again');
    expect(focused()).toBe('Ignore list');
  });

  test('an allowance taken back leads to the heading', async () => {
    await press(await draw(), 'Undo for okx-cn.com');
    expect(focused()).toBe('Ignore list');
  });

  test('asking about the deletion of everything leads to what cancels it, and back', async () => {
    const root = await draw();
    expect(document.activeElement).toBe(document.body);
    await press(root, 'Delete the history…');
    expect(focused()).toBe('Cancel');
    await press(root, 'Cancel');
    expect(focused()).toBe('Delete the history…');
    await press(root, 'Delete the history…');
    await press(root, 'Delete it all, for good');
    expect(focused()).toBe('Delete the history…');
  });

  /** The page on a list that its buttons change. */
  const drawList = (list: ListStatus, asks: (set: (list: ListStatus) => void) => Partial<ListPort>) => {
    let model = { ...OPTIONS, list };
    const set = (changed: ListStatus) => {
      model = { ...model, list: changed };
    };
    const port = { ...optionsPort(model, asks(set)), model: async () => model };
    return show(<Options port={port} historyUrl="#" />);
  };
  const { list } = OPTIONS;
  const using = (sha256: string | null): ListStatus => ({
    ...list,
    origin: sha256 === null ? 'bundled' : 'address',
    kept: list.kept.map((one) => ({ ...one, inUse: one.sha256 === sha256 })),
  });

  test('a version put in use leads to what is said of it, in the place of the button', async () => {
    const root = await drawList(list, (set) => ({
      use: async (sha256) => {
        set(using(sha256));
        return 'done';
      },
    }));
    for (const version of [411, 412, 398]) {
      await press(root, `Use version ${version}`);
      expect(focused()).toBe('in use');
      const row = document.activeElement?.closest('tr');
      expect(textOf(row as Element)).toMatch(new RegExp(`^${version}`));
    }
  });

  test('a version that could not be put in use leaves the keyboard on its button', async () => {
    const root = await drawList(list, () => ({ use: async () => 'busy' }));
    await press(root, 'Use version 411');
    expect(document.activeElement).toBe(button(root, 'Use version 411'));
  });

  test('a source given up leads to the heading above the one of the build', async () => {
    const root = await drawList({ ...list, foreign: true }, (set) => ({
      setSource: async () => {
        set(list);
        return null;
      },
    }));
    await press(root, "Back to Ensign's own");
    expect(focused()).toBe('Address of the list');
  });

  test('a study left leads to the heading, and takes no keyboard that went elsewhere meanwhile', async () => {
    const port = optionsPort(OPTIONS, {}, ENROLMENT);
    await press(await show(<Options port={port} historyUrl="#" />), 'Leave the study');
    expect(focused()).toBe('Study');
    const left = Promise.withResolvers<void>();
    const slow = optionsPort(OPTIONS, {}, ENROLMENT);
    slow.study.leave = () => left.promise;
    const root = await show(<Options port={slow} historyUrl="#" />);
    await press(root, 'Leave the study');
    button(root, 'Delete the history…').focus();
    left.resolve();
    await click(root);
    expect(textOf(root)).toContain('You have left the study.');
    expect(focused()).toBe('Delete the history…');
  });
});

test('a study read leads to the heading, and so does declining it', async () => {
  const root = await show(<Options port={optionsPort()} historyUrl="#" />);
  const field = root.querySelector<HTMLInputElement>('#study input[type=file]') as HTMLInputElement;
  Object.defineProperty(field, 'files', { value: [new File(['{}'], 'study.json')] });
  field.focus();
  await act(async () => void field.dispatchEvent(new Event('change')));
  await click(root);
  expect(focused()).toBe('Study');
  await press(root, 'Do not take part');
  expect(focused()).toBe('Study');
});

test('filters let go lead to the count', async () => {
  const route = { view: 'log', search: 'kind:lookalike' } as const;
  const root = await show(<History port={historyPort(5)} route={route} onRoute={nothing} optionsUrl="#" />);
  await press(root, 'Clear filters');
  await soon(() => expect(textOf(root)).not.toContain('Clear filters'));
  expect(focused()).toBe('5 of 5 flags');
});

describe('an export leads back to the button that began it', () => {
  const begin = async (run: ExportPort['run']) => {
    const port = { ...exportPort(null), run };
    const root = await show(<Export port={port} historyUrl="#" optionsUrl="#" />);
    await click([...root.querySelectorAll<HTMLElement>('.choice-line input')].at(-1)!);
    await press(root, 'Save the file');
    return root;
  };

  test('when it is cancelled', async () => {
    const root = await begin((_choice, _onProgress, signal) => {
      const aborted = Promise.withResolvers<never>();
      signal.addEventListener('abort', () => aborted.reject(new Error('aborted')), { once: true });
      return aborted.promise;
    });
    await press(root, 'Cancel');
    expect(textOf(root)).toContain('Cancelled.');
    expect(focused()).toBe('Save the file');
  });

  test('when it ends under the keyboard', async () => {
    const ended = Promise.withResolvers<Awaited<ReturnType<ExportPort['run']>>>();
    const root = await begin(() => ended.promise);
    button(root, 'Cancel').focus();
    ended.resolve({ flags: 4, bytes: 4096, name: 'ensign-export.zip', unreadable: 0 });
    await click(root);
    expect(focused()).toBe('Save the file');
  });
});

test('a decision on a candidate leads to what is said of it', async () => {
  let model: LineageModel = LINEAGE;
  const port = historyPort(0, {
    lineageOf: async () => model,
    decide: async (_exchange, _domain, decision) => {
      model = { ...model, candidates: model.candidates.map((one) => ({ ...one, decision })) };
    },
  });
  const root = await show(<ByExchange port={port} exchanges={[]} exchange="okx" onExchange={nothing} />);
  expect(document.activeElement).toBe(document.body);
  await press(root, 'Accept');
  expect(focused()).toBe('You accepted it');
  await press(root, 'Take back');
  expect(document.activeElement).toBe(root.querySelector('.candidates .standing'));
  await press(root, 'Reject');
  expect(focused()).toBe('You rejected it; pages are no longer marked for it');
});

test('the ignoring on the card leads to its terms, where Enter ignores nothing, and back', async () => {
  const root = await show(<IgnoreRow onIgnore={nothing} />);
  expect(document.activeElement).toBe(document.body);
  await press(root, 'Ignore this site');
  expect(document.activeElement).toBe(root.querySelector('fieldset'));
  await press(root, 'Cancel');
  expect(focused()).toBe('Ignore this site');
});

describe('a form that is cancelled leads back to the button that opened it', () => {
  test.each(['Ignore this site', 'Report a mistake'])('in the history: %s', async (name) => {
    const route = { view: 'log', search: '' } as const;
    const root = await show(<History port={historyPort(3)} route={route} onRoute={nothing} optionsUrl="#" />);
    await click(root.querySelector<HTMLElement>('.line [aria-expanded]') as HTMLElement);
    await press(root, name);
    await press(root, 'Cancel');
    expect(focused()).toBe(name);
  });

  test.each(['Ignore 0kx.com', 'Report a mistake'])('on the warning: %s', async (name) => {
    const { lookalike } = PAGES;
    if (lookalike.state !== 'lookalike') throw new Error('No warning');
    const { host, finding } = lookalike;
    const model = {
      host,
      finding,
      list: null,
      stopped: 'before the request',
      support: null,
      canIgnore: true,
    } as const;
    const port = { model: async () => model, back: nothing, allowOnce: done, ignore: done, copy: done };
    const root = await show(<Warning model={model} port={port} />);
    await press(root, name);
    await press(root, 'Cancel');
    expect(focused()).toBe(name);
  });
});
