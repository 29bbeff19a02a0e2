// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { SCENES } from '../../e2e/gallery/scenes.tsx';
import { show, textOf } from './show.tsx';

async function draw(name: string): Promise<HTMLElement> {
  const scene = SCENES[name];
  if (scene === undefined) throw new Error(`No scene ${name}`);
  return show(scene.draw());
}

test.each([
  ['history-unanswered', '.rows'],
  ['options-unanswered', '#list .facts'],
])('%s shows the alert above the page, which stands', async (name, part) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const root = await draw(name);
  const alert = root.querySelector('.problem[role=alert]');
  const standing = root.querySelector(part);
  if (alert === null || standing === null) throw new Error(textOf(root));
  expect(alert.compareDocumentPosition(standing)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('a private window is offered nothing that would be kept or shown in a plain one', async () => {
  const links = (root: Element) => [...root.querySelectorAll('.card .link')].map(textOf);
  expect(links(await draw('card-privateLanding'))).toEqual([]);
  expect(links(await draw('card-privateListed'))).toEqual([]);
  expect(links(await draw('card-landing'))).toHaveLength(2);
  expect(textOf(await draw('popup-privateLanding'))).toContain('Private window');
});

test('a list from the future is said to be one', async () => {
  const root = await draw('options-from-the-future');
  expect(textOf(root)).toContain('The list is dated in the future.');
});
