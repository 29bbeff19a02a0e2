// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { PopupModel } from '../../../components/models/popup.ts';
import { LANGUAGES } from '../../../components/models/settings.ts';
import { Popup } from '../../../components/popup/popup.tsx';
import { PopupSurface } from '../../../components/popup/popup-surface.tsx';
import { POPUP_STATES } from '../../e2e/gallery/pages.ts';
import { changing } from './changing.ts';
import { draw, port, state } from './popup-drawn.tsx';
import { button, show, textOf } from './show.tsx';

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
    ['unrecorded', 'the last page could not be kept: this device has no room left.'],
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

  test('an answer that does not come leaves what stands', async () => {
    let fails = false;
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const own = port();
    const model = () => (fails ? Promise.reject(new Error('No SW')) : own.model());
    const { port: failing, change } = changing({ ...own, model });
    const root = await show(<PopupSurface port={failing} />);
    fails = true;
    await act(async () => change());
    expect(told).toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect(button(root, 'Lineage and sources')).toBeTruthy();
    told.mockRestore();
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

describe('what a page could put into it', () => {
  test('markup, bidi and control characters are shown as text, cut at a bound', async () => {
    const root = await draw('hostile');
    expect(root.querySelector('b[onmouseover]')).toBeNull();
    expect(textOf(root)).toContain('[U+202E]gnp.tfihs<b onmouseover=alert(1)>[U+0000]');
    expect(root.textContent).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(root.textContent?.length).toBeLessThan(5000);
  });
});
