// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Card } from '../../../components/card/card.tsx';
import { PAGES } from '../../e2e/gallery/pages.ts';
import { button, click, show, textOf } from './show.tsx';

describe('card', () => {
  const draw = async (
    name: 'landing' | 'listed' | 'hostile',
    asked: string[] = [],
    privateWindow = false,
  ) => {
    const page = PAGES[name];
    if (!('finding' in page)) throw new Error('Nothing to show');
    const root = await show(
      <Card
        page={page}
        privateWindow={privateWindow}
        port={{
          seen: () => void asked.push('seen'),
          dismiss: () => void asked.push('dismiss'),
          details: () => void asked.push('details'),
          ignore: async (term) => void asked.push(`ignore ${term}`),
        }}
      />,
    );
    await new Promise((drawn) => requestAnimationFrame(() => drawn(undefined)));
    await new Promise((drawn) => setTimeout(drawn, 0));
    return root;
  };

  test('its text comes after its live region, so that it is announced', async () => {
    const root = await draw('landing');
    expect(textOf(root.querySelector('[role=status]') as Element)).toContain(
      'Chinese-language page that appears',
    );
  });

  test('takes no focus', async () => {
    document.body.focus();
    const before = document.activeElement;
    await draw('landing');
    expect(document.activeElement).toBe(before);
  });

  test('is dismissed and leads to details', async () => {
    const asked: string[] = [];
    const root = await draw('landing', asked);
    await click(button(root, 'Details'));
    await click(button(root, 'Dismiss'));
    expect(asked).toEqual(['details', 'dismiss']);
  });

  test('ignoring takes a second click, and names its term', async () => {
    const asked: string[] = [];
    const root = await draw('landing', asked);
    await click(button(root, 'Ignore this site'));
    expect(asked).toEqual([]);
    await click(button(root, 'Ignore'));
    expect(asked).toEqual(['ignore week', 'dismiss']);
  });

  test('nothing is ignored from a private window', async () => {
    const root = await draw('landing', [], true);
    expect(() => button(root, 'Ignore this site')).toThrow();
  });

  test('from a private window nothing leads on: in Chromium it would open in a plain one', async () => {
    const landing = await draw('landing', [], true);
    expect(() => button(landing, 'Details')).toThrow();
    const listed = await draw('listed', [], true);
    expect(() => button(listed, 'Lineage and sources')).toThrow();
  });

  test('hostile names are text', async () => {
    const root = await draw('hostile');
    expect(root.querySelector('b[onmouseover]')).toBeNull();
    expect(root.textContent).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
