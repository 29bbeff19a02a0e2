// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { Language } from '../../../components/i18n/say.tsx';
import type { PopupModel, PopupPort } from '../../../components/models/popup.ts';
import { LANGUAGES } from '../../../components/models/settings.ts';
import { Popup } from '../../../components/popup/popup.tsx';
import { PopupSurface } from '../../../components/popup/popup-surface.tsx';
import { PAGES, POPUP_STATES } from '../../e2e/gallery/pages.ts';
import { button, click, show, textOf, translator, type } from './show.tsx';

interface Done {
  name: string;
  given: unknown[];
}

/** A port that notes what it was asked. */
function port(done: Done[] = []): PopupPort {
  const note =
    (name: string) =>
    async (...given: unknown[]): Promise<void> => {
      done.push({ name, given });
    };
  return {
    model: async () => POPUP_STATES.listed as PopupModel,
    leave: () => void note('leave')(),
    check: async (address) =>
      address === '1.2.3.4' ? { fault: 'ip address' } : { page: PAGES.lookalike as never },
    ignore: note('ignore'),
    unignore: note('unignore'),
    onChange: () => () => undefined,
    setRecording: note('setRecording'),
    syncNow: note('syncNow'),
    requestPermission: async (scope) => {
      done.push({ name: 'requestPermission', given: [scope] });
      return true;
    },
    copy: note('copy'),
    open: (...given) => void note('open')(...given),
    surfaces: { export: false },
  };
}

const state = (name: string, change: Partial<PopupModel> = {}): PopupModel => {
  const model = POPUP_STATES[name];
  if (model === undefined) throw new Error(`No state ${name}`);
  return { ...model, ...change };
};

const draw = (name: string, done: Done[] = []) => show(<Popup model={state(name)} port={port(done)} />);

describe('what each state says', () => {
  const SAID: [string, string][] = [
    [
      'listed',
      'Recorded exchange address. v2fly/domain-list-community (2026) records okx.com as the primary address of OKX (欧易); last checked never. It may have changed hands. Not legal advice or a statement of wrongdoing.',
    ],
    ['former', 'a former address of OKX (欧易); last checked 20\u00a0Nov\u00a02026.'.replace(/\u00a0/g, ' ')],
    ['claimed', 'Somebody claims that this is its address; nothing shows that it is'],
    ['repurposed', 'Now used for something else'],
    ['lender', 'Recorded address of a crypto lender.'],
    [
      'lookalike',
      'This address resembles okx.com. It is not among the addresses we record for OKX (欧易) (digit zero in place of letter o). That alone does not show intent. Check the address before entering a password or recovery phrase.',
    ],
    ['homoglyph', 'Greek small letter omicron in place of letter o'],
    ['combosquat', '-wallets added'],
    ['reported', 'A report can be wrong.'],
    [
      'landing',
      'Chinese-language page that appears to promote OKX (欧易). Inferred from a title about trading or registering, calls to register or download and invite links; it may be wrong. We do not know who operates it.',
    ],
    ['landing', 'Page mentions (unverified):'],
    ['unnamed', 'Appears to be a Chinese-language exchange page; it matches no exchange we list.'],
    ['brandClaim', 'It may be a new mirror or an imitation; we cannot tell which.'],
    ['succession', 'okex.com redirected here on 14 Oct 2026. That does not show who runs this page.'],
    ['notListed', 'Not on our lists. This is not a safety check.'],
    ['ignored', 'You chose to ignore what was found here.'],
    ['cannotCheck', 'The browser does not let extensions read its own pages.'],
    ['permissionMissing', 'Ensign may not read this site.'],
    ['listNotReady', 'The list is still being read.'],
    ['stale', 'The list is 41 days old.'],
    ['privateWindow', 'Private window. Checked and shown, never recorded.'],
    ['undecided', 'Choose whether to record'],
    ['policy', "Some settings are held by your organisation's policy."],
  ];
  test.each(SAID)('%s', async (name, words) => {
    expect(textOf(await draw(name))).toContain(words);
  });

  test('a lender is never called an exchange', async () => {
    expect(textOf(await draw('lender')).toLowerCase()).not.toContain('exchange');
  });

  test('nothing is called safe, verified or confirmed', async () => {
    for (const name of Object.keys(POPUP_STATES)) {
      const said = textOf(await draw(name)).replaceAll('not a safety check', '');
      expect(said).not.toMatch(/\b(?:safe|safety|confirmed|verified|scam|fraud)\b/i);
    }
  });

  test.each(LANGUAGES)('every state is complete in %s', async (language) => {
    for (const name of Object.keys(POPUP_STATES)) {
      const root = await show(<Popup model={state(name)} port={port()} />, language);
      expect(textOf(root)).not.toMatch(/[{}]|\*\*|undefined|null|\[object/);
    }
  });

  test('a former name shows the lineage with the name it became', async () => {
    const root = await draw('lineage');
    const stops = [...root.querySelectorAll('.course li')].map((one) => textOf(one));
    expect(stops).toEqual(['huobi.prosince 2017', 'hbg.comsince 2019', 'huobi.com', 'htx.comsince 2023']);
  });
});

describe('what it says when little can be said', () => {
  test('a failure of its own is a state like others: flag, word and sentence', async () => {
    const failing = { ...port(), model: () => Promise.reject(new Error('the worker is gone')) };
    const root = await show(<PopupSurface port={failing} />);
    expect(textOf(root.querySelector('[role=alert]') as Element)).toMatch(
      /^Cannot check.*This page was not checked\. Ensign failed; this is not a safety check\.$/,
    );
    expect(root.querySelector('.head')).not.toBeNull();
  });

  test('what accompanies an ignored finding is ignored with it', async () => {
    const { page } = state('ignored');
    const { page: landing } = state('landing');
    if (!('also' in page) || !('also' in landing)) throw new Error('No such states');
    const shown = { ...state('ignored'), page: { ...page, also: landing.also } };
    const said = textOf(await show(<Popup model={shown as PopupModel} port={port()} />));
    expect(said).not.toContain('Page mentions');
    expect(said).toContain('Report a mistake');
  });

  test('of terms within one another the longest is shown, and how often coins are named', async () => {
    const { page } = state('landing');
    if (page.state !== 'landing') throw new Error('No such state');
    const [first] = page.finding.signals;
    if (!first) throw new Error('No signal');
    const signals = [
      { ...first, id: 'product', value: '永续、永续合约、现货' },
      { ...first, id: 'coin-density', value: '16' },
    ];
    const shown = { ...state('landing'), page: { ...page, finding: { ...page.finding, signals } } };
    const said = textOf(await show(<Popup model={shown as PopupModel} port={port()} />));
    expect(said).toContain('永续合约、现货');
    expect(said).not.toContain('永续、');
    expect(said).toContain('16 times');
  });
});

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
});

describe('what a page could put into it', () => {
  test('markup, bidi and control characters are shown as text, cut at a bound', async () => {
    const root = await draw('hostile');
    expect(root.querySelector('b[onmouseover]')).toBeNull();
    expect(textOf(root)).toContain('[U+202E]gnp.tfihs<b onmouseover=alert(1)>[U+0000]');
    expect(root.textContent).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(root.textContent?.length).toBeLessThan(5000);
  });
});
