// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { IgnoreRow } from '../../../components/card/ignore-row.tsx';
import { History } from '../../../components/history/history.tsx';
import { ByExchange } from '../../../components/lineage/by-exchange.tsx';
import type { LineageModel } from '../../../components/models/lineage.ts';
import { Options } from '../../../components/options/options.tsx';
import { Warning } from '../../../components/warning/warning.tsx';
import { done, historyPort, LINEAGE, nothing } from '../../e2e/gallery/history-port.ts';
import { optionsPort } from '../../e2e/gallery/options-model.ts';
import { PAGES } from '../../e2e/gallery/pages.ts';
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
  expect(focused()).toBe('You rejected it; it is no longer shown');
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
