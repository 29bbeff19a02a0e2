import type { Driver } from '../e2e/harness/driver.ts';

interface Tabs {
  tabs: {
    getCurrent(): Promise<{ id: number }>;
    update(id: number, change: { active: boolean }): Promise<unknown>;
  };
}

/** What one round measured, in milliseconds, by name. */
export type Costs = Record<string, number>;

/**
 * One opening of the history page in a frame of another page of the extension, so that one clock sees all, and
 * what a person then does. A cost ends when the first rows of the answer stand whole and the flags are counted,
 * but for the first rows, which need no count.
 */
export function measureHistory(driver: Driver): Promise<Costs> {
  return driver.inExtension(async () => {
    // A tab behind another draws nothing in Chromium, and slowly in Firefox.
    const { browser, chrome } = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
    const { tabs } = browser ?? chrome;
    const tab = await tabs.getCurrent();
    await tabs.update(tab.id, { active: true });
    const costs: Record<string, number> = {};
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position:fixed;inset:0;width:1200px;height:800px;border:0;z-index:9';
    const inside = () => frame.contentDocument;
    const all = (selector: string) => [...(inside()?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const tally = () => all('.tally [role=status]')[0]?.textContent ?? '';
    const whole = () => {
      const lines = all('.rows .line').slice(0, 20);
      return lines.length > 0 && lines.every((line) => line.querySelector('.c-why')?.textContent);
    };
    const next = () => new Promise((done) => setTimeout(done));
    const until = async (holds: () => unknown, what: string) => {
      const giveUp = performance.now() + 120_000;
      while (!holds()) {
        if (performance.now() > giveUp)
          throw new Error(
            `history: waited in vain for ${what}; ${tally()}; ${all('.rows .line').find((line) => !line.querySelector('.c-why')?.textContent)?.outerHTML}`,
          );
        await next();
      }
    };
    let start = performance.now();
    const lap = async (name: string, holds: () => unknown) => {
      await until(holds, name);
      costs[name] = performance.now() - start;
    };
    frame.src = '/history.html';
    document.body.append(frame);
    await lap('first rows', whole);
    await lap('all counted', () => /\d/.test(tally()));
    await until(() => all('.find select')[1]?.querySelectorAll('option')[1], 'choices');

    const change = async (name: string, element: HTMLElement | undefined, value: string, event: string) => {
      if (!(element instanceof (frame.contentWindow as unknown as typeof globalThis).HTMLElement)) return;
      const before = tally();
      await new Promise((done) => setTimeout(done, 60));
      start = performance.now();
      (element as HTMLInputElement).value = value;
      element.dispatchEvent(new Event(event, { bubbles: true }));
      await lap(name, () => tally() !== before && /\d/.test(tally()) && whole());
    };
    const search = () => all('.find input[type=search]')[0];
    await change('search, first letters', search(), 'site', 'input');
    await change('search, a name', search(), 'okx-w', 'input');
    await change('search, back to all', search(), '', 'input');
    await change('search, two words', search(), 'site-1 nexo', 'input');
    await change('search cleared', search(), '', 'input');
    const names = ['kind', 'exchange', 'action', 'list version'];
    for (const [index, name] of names.entries()) {
      const select = all('.find select')[index] as HTMLSelectElement;
      await change(`filter by ${name}`, select, select.options[index === 0 ? 3 : 2]?.value ?? '', 'change');
      await change(`no filter by ${name}`, select, '', 'change');
    }
    await change('filter by domain', all('.find .domain')[0], 'okex.com', 'input');
    await change('no filter by domain', all('.find .domain')[0], '', 'input');
    const from = all('.find input[type=date]')[0];
    await change(
      'filter by day',
      from,
      new Date(Date.now() - 9 * 86_400_000).toISOString().slice(0, 10),
      'change',
    );
    await change('no filter by day', from, '', 'change');
    frame.remove();
    return costs;
  });
}
