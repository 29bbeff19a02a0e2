// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { LANGUAGES } from '../../../components/models/settings.ts';
import type { WarningModel, WarningPort } from '../../../components/models/warning.ts';
import { Options } from '../../../components/options/options.tsx';
import { Warning } from '../../../components/warning/warning.tsx';
import { Welcome } from '../../../components/welcome/welcome.tsx';
import { nothing } from '../../e2e/gallery/history-port.ts';
import { OPTIONS, optionsPort } from '../../e2e/gallery/options-model.ts';
import { LIST, PAGES } from '../../e2e/gallery/pages.ts';
import { changing } from './changing.ts';
import { button, click, show, textOf } from './show.tsx';

const complete = /[{}]|\*\*|undefined|null|\[object/;

describe('warning', () => {
  const model = (name: 'lookalike' | 'homoglyph' | 'embedded' | 'reported'): WarningModel => {
    const page = PAGES[name];
    if (page.state !== 'lookalike' && page.state !== 'reported') throw new Error('No warning');
    return {
      host: page.host,
      finding: page.finding,
      list: { ...LIST, ageDays: 2 },
      stopped: 'before the request',
      support: null,
      canIgnore: true,
    };
  };
  const port = (asked: string[] = []): WarningPort => ({
    model: async () => null,
    back: () => void asked.push('back'),
    allowOnce: async () => void asked.push('allowOnce'),
    ignore: async ({ domain, kinds }) => void asked.push(`ignore ${domain} ${kinds}`),
    copy: async () => void asked.push('copy'),
  });

  test('names what differs by character and code point, in the drawing and in words', async () => {
    const root = await show(<Warning model={model('homoglyph')} port={port()} />);
    expect(textOf(root.querySelector('.lead') as Element)).toBe(
      'This page: Greek small letter omicron, U+03BF',
    );
    expect(textOf(root.querySelector('.lead.ref') as Element)).toBe('Recorded: letter o, U+006F');
    expect(textOf(root)).toContain('Greek small letter omicron in place of letter o');
    expect(textOf(root)).toContain('xn--kx-jbc.com');
  });

  test('back has the focus, continue is as near, the known address is no link', async () => {
    const asked: string[] = [];
    const root = await show(<Warning model={model('lookalike')} port={port(asked)} />);
    expect(document.activeElement).toBe(button(root, 'Go back'));
    await click(button(root, 'Go back'));
    await click(button(root, 'Continue to 0kx.com'));
    expect(asked).toEqual(['back', 'allowOnce']);
    expect(root.querySelectorAll('a')).toHaveLength(0);
  });

  test.each([
    [true, 'undo it in Options'],
    [false, 'until the last private window is closed'],
  ])('how long Continue holds is said, in a plain window: %s', async (canIgnore, words) => {
    const held = { ...model('lookalike'), canIgnore };
    const root = await show(<Warning model={held} port={port()} />);
    expect(textOf(root.querySelector('.after') as Element)).toContain(words);
  });

  test('where an organisation takes reports is said where a report is written', async () => {
    const held = { ...model('lookalike'), support: 'https://school.example/help' };
    const root = await show(<Warning model={held} port={port()} />);
    await click(button(root, 'Report a mistake'));
    expect(root.querySelector('.panel a')?.getAttribute('href')).toBe('https://school.example/help');
  });

  test('says what happened in each browser', async () => {
    const stopped = await show(<Warning model={model('lookalike')} port={port()} />);
    expect(textOf(stopped)).toContain('Ensign stopped this page before anything was loaded.');
    const replaced = { ...model('lookalike'), stopped: 'in place of the page' as const };
    expect(textOf(await show(<Warning model={replaced} port={port()} />))).toContain(
      'the browser may already have contacted the site.',
    );
  });

  test('ignoring names the domain and the kind; in private windows it is not offered', async () => {
    const asked: string[] = [];
    const root = await show(<Warning model={model('lookalike')} port={port(asked)} />);
    await click(button(root, 'Ignore 0kx.com'));
    await click(button(root, 'Ignore'));
    expect(asked).toEqual(['ignore 0kx.com lookalike']);
    const closed = await show(<Warning model={{ ...model('lookalike'), canIgnore: false }} port={port()} />);
    expect(() => button(closed, 'Ignore 0kx.com')).toThrow();
  });

  test.each(LANGUAGES)('complete in %s', async (language) => {
    for (const name of ['lookalike', 'homoglyph', 'embedded', 'reported'] as const)
      expect(textOf(await show(<Warning model={model(name)} port={port()} />, language))).not.toMatch(
        complete,
      );
  });
});

describe('welcome', () => {
  const draw = (chosen: string[], recordingLocked = false) =>
    show(
      <Welcome
        model={{ language: 'auto', recordingLocked }}
        port={{ choose: async (mode) => void chosen.push(mode), setLanguage: nothing, openOptions: nothing }}
      />,
    );

  test('two equal buttons, neither chosen beforehand', async () => {
    const root = await draw([]);
    const record = button(root, 'Record flags');
    const not = button(root, 'Do not record');
    expect(record.className).toBe(not.className);
    expect([record, not].map((one) => one.getAttribute('aria-pressed'))).toEqual(['false', 'false']);
  });

  test.each([
    ['Record flags', 'on', 'Recording is on.'],
    ['Do not record', 'off', 'Nothing is recorded.'],
  ])('%s', async (name, mode, said) => {
    const chosen: string[] = [];
    const root = await draw(chosen);
    await click(button(root, name));
    expect(chosen).toEqual([mode]);
    expect(textOf(root.querySelector('[role=status]') as Element)).toContain(said);
  });

  test('says who can read the history and what is sent', async () => {
    expect(textOf(await draw([]))).toContain(
      'Anyone who can open this browser profile can read this history. Ensign uploads no browsing data; list updates show the list host your IP address.',
    );
  });

  test('policy that holds recording off leaves no choice to make', async () => {
    const root = await draw([], true);
    expect(() => button(root, 'Record flags')).toThrow();
  });
});

describe('options', () => {
  const draw = (model = OPTIONS) => show(<Options port={optionsPort(model)} historyUrl="#" />);

  test('an ignored address is shown again, and that can be undone', async () => {
    const root = await draw();
    await click(button(root, 'Undo for okx.ac'));
    expect(textOf(root)).toContain('okx.ac is shown again.');
    expect(() => button(root, 'Undo for okx.ac')).toThrow();
    await click(button(root, 'Ignore again'));
    expect(button(root, 'Undo for okx.ac')).toBeTruthy();
  });

  test('an answer that does not come leaves what stands, and says so', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const model = vi.fn(optionsPort(OPTIONS).model);
    const { port, change } = changing({ ...optionsPort(OPTIONS), model });
    const root = await show(<Options port={port} historyUrl="#" />);
    model.mockRejectedValueOnce(new Error('No SW'));
    await act(async () => change());
    expect(root.querySelector('[role=alert]')).not.toBeNull();
    button(root, 'Undo for okx.ac');
    await act(async () => change());
    expect(root.querySelector('[role=alert]')).toBeNull();
    told.mockRestore();
  });

  test('an allowance is taken back', async () => {
    const root = await draw();
    await click(button(root, 'Undo for okx-cn.com'));
    expect(() => button(root, 'Undo for okx-cn.com')).toThrow();
  });

  test('what policy holds cannot be changed and says so', async () => {
    const root = await draw();
    const retention = root.querySelector('select[aria-label="Keep for"]') as HTMLSelectElement;
    expect(retention.disabled).toBe(true);
    expect(textOf(root)).toContain('Set by your organisation');
  });

  test('deleting the history asks once', async () => {
    const root = await draw();
    await click(button(root, 'Delete the history…'));
    expect(textOf(root)).toContain('1,062 flags');
    await click(button(root, 'Delete it all, for good'));
    expect(textOf(root)).toContain('0 flags');
  });

  test('without an address the bundled list serves, and nothing pretends to a server', async () => {
    const root = await draw({
      ...OPTIONS,
      list: { ...OPTIONS.list, origin: 'bundled', lastTry: null, address: '', keys: [] },
    });
    expect(textOf(root)).toContain('with Ensign itself');
    expect(textOf(root)).toContain('no address set');
    expect(button(root, 'Update now').disabled).toBe(true);
  });

  test.each(LANGUAGES)('complete in %s', async (language) => {
    const root = await show(<Options port={optionsPort()} historyUrl="#" />, language);
    expect(textOf(root)).not.toMatch(complete);
  });
});
