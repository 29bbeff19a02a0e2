// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { OptionsPort } from '../../../components/models/settings.ts';
import { Options } from '../../../components/options/options.tsx';
import { nothing } from '../../e2e/gallery/history-port.ts';
import { optionsPort } from '../../e2e/gallery/options-model.ts';
import { button, click, show, textOf } from './show.tsx';

async function draw(change: Partial<OptionsPort>): Promise<Element> {
  const root = await show(<Options port={{ ...optionsPort(), ...change }} historyUrl="#" />);
  return root.querySelector('#ignored') as Element;
}

const NO_ANSWER = "Ensign's background did not answer";
const gone = () => Promise.reject(new Error('gone'));

test('an address is said to be shown again once it is', async () => {
  const answer = Promise.withResolvers<void>();
  const section = await draw({ unignore: () => answer.promise });
  await click(button(section, 'Undo for okx.ac'));
  expect(textOf(section)).not.toContain('shown again');
  answer.resolve();
  await click(section as HTMLElement);
  expect(textOf(section)).toContain('okx.ac is shown again.');
});

test('what could not be undone is not said to be, and a later answer takes the failure back', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(nothing);
  const { unignore } = optionsPort();
  const section = await draw({ unignore: vi.fn(unignore).mockImplementationOnce(gone) });
  await click(button(section, 'Undo for okx.ac'));
  expect(textOf(section.querySelector('[role=alert]') as Element)).toContain(NO_ANSWER);
  expect(textOf(section)).not.toContain('shown again');
  await click(button(section, 'Undo for okx.ac'));
  expect(section.querySelector('[role=alert]')).toBeNull();
  expect(textOf(section)).toContain('okx.ac is shown again.');
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

test('what could not be ignored again is still shown, and that is said', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(nothing);
  const section = await draw({ ignore: gone });
  await click(button(section, 'Undo for okx.ac'));
  await click(button(section, 'Ignore again'));
  expect(textOf(section.querySelector('[role=alert]') as Element)).toContain(NO_ANSWER);
  expect(textOf(section)).toContain('okx.ac is shown again. Ignore again');
  told.mockRestore();
});

test('an allowance that could not be taken back stands, and that is said', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(nothing);
  const section = await draw({ disallow: gone });
  const pressed = button(section, 'Undo for okx-cn.com');
  pressed.focus();
  await click(pressed);
  expect(textOf(section.querySelector('[role=alert]') as Element)).toContain(NO_ANSWER);
  expect(document.activeElement).toBe(button(section, 'Undo for okx-cn.com'));
  told.mockRestore();
});
