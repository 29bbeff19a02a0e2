// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { Language } from '../../../components/i18n/say.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { PopupSurface } from '../../../components/popup/popup-surface.tsx';
import { type Done, draw, port, state } from './popup-drawn.tsx';
import { button, click, show, textOf, translator, type } from './show.tsx';

describe('what it offers', () => {
  test('a lookalike is left by its first button', async () => {
    const done: Done[] = [];
    const root = await draw('lookalike', done);
    await click(button(root, 'Leave this page'));
    expect(done).toEqual([{ name: 'leave', given: [] }]);
  });

  test('a recorded address leads to its lineage, not away', async () => {
    const done: Done[] = [];
    const root = await draw('listed', done);
    await click(button(root, 'Lineage and sources'));
    expect(done).toEqual([{ name: 'open', given: ['lineage', 'okx'] }]);
    expect(() => button(root, 'Leave this page')).toThrow();
  });

  test('ignoring names domain and kinds, and can leave visits unrecorded', async () => {
    const done: Done[] = [];
    const root = await draw('landing', done);
    await click(button(root, 'Ignore…'));
    await click(root.querySelector('input[type=checkbox]') as HTMLInputElement);
    await click(button(root, 'Ignore'));
    expect(done).toEqual([
      {
        name: 'ignore',
        given: [{ domain: 'ouyi-rumen.example', kinds: ['landing'], term: 'always', record: false }],
      },
    ]);
    expect(textOf(root.querySelector('.said') as Element)).toBe('Ignored. You can undo it in Options.');
  });

  test('details are those of the whole domain, and none of a private window', async () => {
    const done: Done[] = [];
    const model = state('lookalike');
    const host = { ascii: 'www.0kx.com', unicode: 'www.0kx.com', registrable: '0kx.com' };
    const page = { ...(model.page as object), host } as typeof model.page;
    await click(button(await show(<Popup model={{ ...model, page }} port={port(done)} />), 'Details'));
    expect(done).toEqual([{ name: 'open', given: ['history', '0kx.com'] }]);
    const hidden = await show(<Popup model={{ ...model, page, privateWindow: true }} port={port()} />);
    expect(() => button(hidden, 'Details')).toThrow();
  });

  test('in a private window nothing can be ignored or paused', async () => {
    const root = await draw('privateWindow');
    expect(() => button(root, 'Ignore…')).toThrow();
    expect(() => button(root, 'Pause recording')).toThrow();
  });

  test('a report is prefilled, defanged and only copied', async () => {
    const done: Done[] = [];
    const root = await draw('lookalike', done);
    await click(button(root, 'Report a mistake'));
    const field = root.querySelector('textarea') as HTMLTextAreaElement;
    expect(field.value).toContain('0kx[.]com');
    await type(field, `${field.value}it is ours`);
    await click(button(root, 'Copy the report'));
    expect(done.map(({ name }) => name)).toEqual(['copy']);
    expect(String(done[0]?.given[0])).toMatch(/it is ours$/);
  });

  test('where an organisation takes reports is said where a report is written', async () => {
    const root = await draw('policy');
    await click(button(root, 'Report a missing exchange'));
    expect(textOf(root)).toContain('Your organisation takes reports at helpdesk@school.example');
    const link = root.querySelector<HTMLAnchorElement>('.panel a');
    expect(link?.getAttribute('href')).toBe('mailto:helpdesk@school.example');
    const own = await draw('notListed');
    await click(button(own, 'Report a missing exchange'));
    expect(own.querySelector('.panel a')).toBeNull();
  });

  test('an address is copied so that nothing makes a link of it', async () => {
    const done: Done[] = [];
    await click(button(await draw('homoglyph', done), 'Copy (not clickable)'));
    expect(done).toEqual([{ name: 'copy', given: ['xn--kx-jbc[.]com'] }]);
  });

  test('pausing and resuming', async () => {
    const done: Done[] = [];
    await click(button(await draw('notListed', done), 'Pause recording'));
    await click(button(await draw('paused', done), 'Resume recording'));
    expect(done.map(({ given }) => given[0])).toEqual(['paused', 'on']);
  });

  test('a pause from elsewhere is told once', async () => {
    const root = await draw('notListed');
    await act(async () => {
      const paused = <Popup model={state('paused')} port={port()} />;
      render(<Language.Provider value={translator()}>{paused}</Language.Provider>, root);
    });
    expect(textOf(root.querySelector('.said') as Element)).toBe('Recording paused');
  });

  test('policy that holds recording off leaves no switch', async () => {
    const root = await draw('policy');
    expect(textOf(root)).toContain('Recording is off, by policy');
    expect(() => button(root, 'Start recording')).toThrow();
  });

  test('a typed address is checked; what is no hostname is told', async () => {
    const root = await draw('notListed');
    const field = root.querySelector('.check input') as HTMLInputElement;
    await type(field, '0kx.com');
    await click(button(root, 'Check'));
    expect(textOf(root.querySelector('.checked') as Element)).toContain('This address resembles okx.com.');
    await type(field, '1.2.3.4');
    await click(button(root, 'Check'));
    expect(textOf(root)).toContain('That is not a web address.');
  });

  test("a link that was asked about stands in the page's place, and gives it back", async () => {
    const root = await draw('link');
    expect(textOf(root)).toContain('A link, not opened.');
    expect(textOf(root.querySelector('.state') as Element)).toContain('This address resembles okx.com.');
    expect(() => button(root, 'Leave this page')).toThrow();
    await click(button(root, 'Back to the page'));
    expect(textOf(root)).not.toContain('A link, not opened.');
    expect(textOf(root.querySelector('.state h1') as Element)).toBe('en.wikipedia.org');
  });

  test('what is ignored here is shown again at one click', async () => {
    const done: Done[] = [];
    const root = await draw('ignored', done);
    await click(button(root, 'Undo'));
    expect(done).toEqual([{ name: 'unignore', given: ['okx.ac'] }]);
    expect(textOf(root.querySelector('.said') as Element)).toBe('Shown again.');
  });

  test('what could not be shown again is not said to be', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failing = { ...port(), unignore: () => Promise.reject(new Error('gone')) };
    const root = await show(<Popup model={state('ignored')} port={failing} />);
    await click(button(root, 'Undo'));
    expect(textOf(root.querySelector('.said') as Element)).toContain("Ensign's background did not answer");
    told.mockRestore();
  });

  test('a private window offers nothing that a plain one would show, or the browser keep', async () => {
    const inPrivate = (name: string) =>
      show(<Popup model={state(name, { privateWindow: true })} port={port()} />);
    const listed = await inPrivate('listed');
    expect(() => button(listed, 'Lineage and sources')).toThrow();
    const missing = await inPrivate('permissionMissing');
    expect(missing.querySelectorAll('.state .btn')).toHaveLength(1);
    expect((await draw('permissionMissing')).querySelectorAll('.state .btn')).toHaveLength(2);
  });

  test.each([
    ['Allow on all sites', 'all'],
    ['This site only', { host: 'news.example.org' }],
  ])('%s asks within the click', async (name, scope) => {
    const done: Done[] = [];
    const asking = port(done);
    const surface = { ...asking, model: async () => state('permissionMissing') };
    const root = await show(<PopupSurface port={surface} />);
    button(root, name).click();
    expect(done).toEqual([{ name: 'requestPermission', given: [scope] }]);
  });

  test('of several kinds found, some can be ignored', async () => {
    const done: Done[] = [];
    const root = await draw('brandClaim', done);
    await click(button(root, 'Ignore…'));
    await click(root.querySelector('.panel input[type=checkbox]') as HTMLInputElement);
    await click(button(root, 'Ignore'));
    expect(done[0]?.given[0]).toMatchObject({ kinds: ['succession'] });
  });

  test('an old list is updated where it can be, not where no address is set', async () => {
    const done: Done[] = [];
    await click(button(await draw('stale', done), 'Update now'));
    expect(done[0]?.name).toBe('syncNow');
    const model = state('stale');
    const fixed = { ...model, stale: { ageDays: 41, lastTry: null, canUpdate: false } };
    const root = await show(<Popup model={fixed} port={port()} />);
    expect(() => button(root, 'Update now')).toThrow();
  });

  test('a list from the future is not called old, and a try of another day is dated', async () => {
    const lastTry = { at: '2026-11-02T12:00:00.000Z', outcome: 'already current', facts: {} } as const;
    const stale = { ageDays: null, lastTry, canUpdate: true };
    const root = await show(<Popup model={{ ...state('stale'), stale }} port={port()} />);
    const said = textOf(root.querySelector('.strip') as Element);
    expect(said).toContain('The list is dated in the future.');
    expect(said).not.toContain('days old');
    expect(said).toContain('2 Nov 2026');
  });
});
