import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TabDocument } from '../../../entrypoints/background/tab-state.ts';
import { HOST, URL_OF, visitOf, warnedTabs, warning, worker } from './warned-tab.ts';

warnedTabs();

test('a card seen in a private window is one of that window', async () => {
  const { visit, state } = await worker(warning());
  await visit(state, visitOf('a', { url: 'https://okx.com/', askedFor: 'https://okx.com/' }));
  const view = state.tabs[1] as TabDocument;
  const { noteCardSeen } = await import('../../../entrypoints/background/in-page.ts');
  const { cardName } = await import('../../../entrypoints/background/inject.ts');
  const page = { kind: 'content', tabId: 1, url: view.url, incognito: true, documentId: 'a' } as const;
  view.incognito = true;
  await noteCardSeen(page);
  const seen = (incognito: boolean) => state.carded.includes(cardName({ verdict: view.verdict!, incognito }));
  expect([seen(true), seen(false)]).toEqual([true, false]);
});

describe('from a script in a page', () => {
  const sender = (url: string, documentId: string | null) =>
    ({ kind: 'content', tabId: 1, url, incognito: false, documentId }) as const;

  test('the card is answered on the document it was put on alone', async () => {
    const { visit, state } = await worker(warning());
    await visit(state, visitOf('a'));
    const { cardOf } = await import('../../../entrypoints/background/in-page.ts');
    expect(await cardOf(sender(URL_OF, 'a'))).not.toBeNull();
    expect(await cardOf(sender(URL_OF, 'b'))).toBeNull();
    expect(await cardOf(sender('http://other.example/', null))).toBeNull();
  });

  describe('what lies over a page', () => {
    const finding = { kind: 'reported', name: HOST, source: 's', firstSeen: null, tier: 'danger' };
    const verdict = { ...warning().verdict, findings: [finding as never] };

    afterEach(() => {
      vi.unstubAllEnvs();
      vi.resetModules();
    });

    test('goes on past a warning of its own host alone', async () => {
      const { state } = await worker(warning({ verdict, incognito: true }));
      const { allowFromOverlay, overlayOf } = await import('../../../entrypoints/background/in-page.ts');
      const other = sender('http://other.example/', null);
      expect(await overlayOf(other)).toBeNull();
      await allowFromOverlay(other);
      expect(state.allowed).toEqual([]);
      expect(await overlayOf(sender(URL_OF, null))).toMatchObject({ model: { host: { ascii: HOST } } });
      await allowFromOverlay(sender(URL_OF, null));
      expect(state.allowed).toMatchObject([{ host: HOST, incognito: true }]);
    });

    test.each([
      ['a plain window', 'chrome', false],
      ['a plain window of Firefox', 'firefox', false],
      ['a private window of Firefox', 'firefox', true],
    ])(
      'is nothing in %s: no page goes on by itself past the warning in its place',
      async (_what, name, incognito) => {
        vi.stubEnv('BROWSER', name);
        const { state } = await worker(warning({ verdict, incognito }));
        const { allowFromOverlay, overlayOf } = await import('../../../entrypoints/background/in-page.ts');
        expect(await overlayOf(sender(URL_OF, null))).toBeNull();
        await allowFromOverlay(sender(URL_OF, null));
        expect(state.allowed).toEqual([]);
        expect(state.warnings[1]).toMatchObject([{ continued: false }]);
      },
    );
  });
});
