// @vitest-environment happy-dom
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PageSignals } from '../../../utils/landing/page-signals.ts';
import { type Observation, observePage } from '../../../utils/page/observe.ts';
import type { Clock } from '../../../utils/page/slice.ts';

const HAN = '充币提币币币交易法币买卖比特币与以太坊的平台现在注册领取奖励';

/** Time that passes when told to. */
class FakeClock implements Clock {
  time = 0;
  #tasks: { at: number; task: () => void }[] = [];
  now = () => this.time;
  after = (ms: number, task: () => void) => {
    const entry = { at: this.time + ms, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  };
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      // Observers of changes report between tasks.
      await new Promise((resolve) => setTimeout(resolve));
      const next = this.#tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#tasks = this.#tasks.filter((other) => other !== next);
      this.time = Math.max(this.time, next.at);
      next.task();
    }
    this.time = end;
  }
  get waiting(): number {
    return this.#tasks.length;
  }
}

/** Reports every frame as on the screen. */
class FrameInSight {
  #report: IntersectionObserverCallback;
  constructor(report: IntersectionObserverCallback) {
    this.#report = report;
  }
  observe(target: Element): void {
    const entry = { target, isIntersecting: true } as IntersectionObserverEntry;
    queueMicrotask(() => this.#report([entry], this as unknown as IntersectionObserver));
  }
  disconnect(): void {
    this.#report = () => undefined;
  }
}

/** Reports nothing: nothing is painted. */
class FrameInHiddenTab {
  observe = () => undefined;
  disconnect = () => undefined;
}

let observation: Observation | undefined;
afterEach(() => observation?.stop());

function observe(body: string) {
  document.body.innerHTML = body;
  const told: PageSignals[] = [];
  const clock = new FakeClock();
  observation = observePage(document, { onSignals: (signals) => told.push(signals), clock });
  return { told, clock, observation };
}

/** The browser's own word of a page that comes or goes. */
function transition(type: 'pagehide' | 'pageshow'): void {
  const event = Object.assign(new Event(type), { persisted: true });
  window.dispatchEvent(Object.defineProperty(event, 'isTrusted', { value: true }));
}

describe('observePage', () => {
  it('tells of a static page once', async () => {
    const { told, clock } = observe(`<h1>首页</h1><p>${HAN}</p>`);
    await clock.pass(30_000);
    expect(told.map(({ headings }) => headings)).toEqual([['首页']]);
  });

  it('does not tell before it has returned', () => {
    expect(observe(`<p>${HAN}</p>`).told).toEqual([]);
  });

  it('reads again when an empty page has filled', async () => {
    const { told, clock } = observe('<div id="app"></div>');
    await clock.pass(2_000);
    document.getElementById('app')!.innerHTML = `<h1>行情</h1><p>${HAN}</p>`;
    await clock.pass(3_000);
    expect(told.map(({ headings }) => headings)).toEqual([[], ['行情']]);
  });

  it('reads a page that never rests a few times and no more', async () => {
    const { told, clock } = observe(`<p id="price">${HAN}</p>`);
    for (let i = 0; i < 300; i++) {
      document.getElementById('price')!.append(`最新价${i}`);
      await clock.pass(100);
    }
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThanOrEqual(4);
    expect(clock.waiting).toBe(0);
  });

  it('reads a new address within the page anew, and the old one again', async () => {
    const { told, clock, observation } = observe(`<h1>关于</h1><p>${HAN}</p>`);
    await clock.pass(5_000);
    for (const [path, heading] of [
      ['/trade', '交易'],
      ['/about', '关于'],
    ] as const) {
      history.pushState(null, '', path);
      document.querySelector('h1')!.textContent = heading;
      observation.lookAgain();
      await clock.pass(5_000);
    }
    expect(told.map(({ headings }) => headings[0])).toEqual(['关于', '交易', '关于']);
  });

  it('reads a new address of a page that is no longer watched', async () => {
    const { told, clock, observation } = observe(`<h1>首页</h1><p>${HAN}</p>`);
    await clock.pass(25_000);
    document.querySelector('h1')!.textContent = '行情';
    await clock.pass(5_000);
    history.pushState(null, '', '/late');
    document.querySelector('h1')!.textContent = '提现';
    await clock.pass(5_000);
    expect(told.map(({ headings }) => headings[0])).toEqual(['首页', '行情']);
    observation.lookAgain();
    await clock.pass(5_000);
    expect(told.map(({ headings }) => headings[0])).toEqual(['首页', '行情', '提现']);
  });

  it('reads a page whose address has not changed no more for being asked', async () => {
    const { told, clock, observation } = observe(`<h1>首页</h1><p>${HAN}</p>`);
    await clock.pass(30_000);
    document.querySelector('h1')!.textContent = '提现';
    observation.lookAgain();
    expect(clock.waiting).toBe(0);
    expect(told).toHaveLength(1);
  });

  it('reads a page that changes its address all the time once a second, and the last address too', async () => {
    const { told, clock, observation } = observe(`<h1>行情</h1><p>${HAN}</p>`);
    for (let i = 0; i < 200; i++) {
      history.pushState(null, '', `/flood/${i}`);
      document.querySelector('h1')!.textContent = `行情${i}`;
      observation.lookAgain();
      await clock.pass(50);
    }
    await clock.pass(2_000);
    expect(told.length).toBeGreaterThan(8);
    expect(told.length).toBeLessThan(14);
    expect(told.at(-1)?.headings).toEqual(['行情199']);
  });

  it('reads a page that was not yet parsed again once it is, and once', async () => {
    const state = vi
      .spyOn(Object.getPrototypeOf(document) as Document, 'readyState', 'get')
      .mockReturnValue('loading');
    onTestFinished(() => state.mockRestore());
    const { told, clock, observation } = observe(`<h1>首页</h1><p>${HAN}</p>`);
    const look = async (heading: string) => {
      document.querySelector('h1')!.textContent = heading;
      observation.lookAgain();
      await clock.pass(100);
    };
    await clock.pass(30_000);
    await look('加载');
    state.mockReturnValue('interactive');
    await look('提现');
    await look('充值');
    expect(told.map(({ headings }) => headings[0])).toEqual(['首页', '提现']);
  });

  it.each(['pagehide', 'pageshow'])(
    'is neither ended nor begun anew by a %s of the page’s own',
    async (type) => {
      const { told, clock } = observe(`<h1>首页</h1><p>${HAN}</p>`);
      await clock.pass(1_000);
      window.dispatchEvent(Object.assign(new Event(type), { persisted: true }));
      await clock.pass(2_000);
      expect(told).toHaveLength(1);
      document.querySelector('h1')!.textContent = '提现';
      await clock.pass(5_000);
      expect(told.map(({ headings }) => headings[0])).toEqual(['首页', '提现']);
    },
  );

  it('is woken where the page keeps it from hearing that it is shown again', async () => {
    const { told, clock, observation } = observe(`<p>${HAN}</p>`);
    await clock.pass(1_000);
    transition('pagehide');
    observation.lookAgain();
    await clock.pass(1_000);
    expect(told).toHaveLength(2);
  });

  it('notices a new address by itself when the page changes', async () => {
    const { told, clock } = observe(`<h1>关于</h1><p>${HAN}</p>`);
    await clock.pass(5_000);
    history.pushState(null, '', '/itself');
    document.querySelector('h1')!.textContent = '交易';
    await clock.pass(5_000);
    expect(told.at(-1)?.headings).toEqual(['交易']);
  });

  it('reads a frame that fills later without a change of the page', async () => {
    Reflect.set(globalThis, 'IntersectionObserver', FrameInSight);
    const { told, clock } = observe('<iframe></iframe>');
    const inside = new DOMParser().parseFromString('<body></body>', 'text/html');
    Object.defineProperty(document.querySelector('iframe'), 'contentDocument', { value: inside });
    await clock.pass(100);
    inside.body.innerHTML = `<h1>交易</h1><p>${HAN}</p>`;
    await clock.pass(5_000);
    expect(told.map(({ headings }) => headings)).toEqual([[], ['交易']]);
  });

  it('tells nothing of a page whose frames were awaited when the address changed', async () => {
    Reflect.set(globalThis, 'IntersectionObserver', FrameInHiddenTab);
    const { told, clock } = observe(`<h1>甲</h1><p>${HAN}</p><iframe></iframe>`);
    const inside = new DOMParser().parseFromString(`<p>${HAN}</p>`, 'text/html');
    Object.defineProperty(document.querySelector('iframe'), 'contentDocument', { value: inside });
    await clock.pass(100);
    document.body.innerHTML = `<h1>乙</h1><p>${HAN}</p>`;
    history.pushState(null, '', '/second');
    window.dispatchEvent(new Event('hashchange'));
    await clock.pass(5_000);
    expect(told.map(({ headings }) => headings)).toEqual([['乙']]);
  });

  it('reads and watches a page with a form named defaultView', async () => {
    const form = document.createElement('form');
    Object.defineProperty(document, 'defaultView', { value: form, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(document, 'defaultView'));
    const { told, clock } = observe(`<h1>甲</h1><p>${HAN}</p>`);
    await clock.pass(1_000);
    document.querySelector('h1')!.textContent = '乙';
    await clock.pass(5_000);
    expect(told.map(({ headings }) => headings)).toEqual([['甲'], ['乙']]);
  });

  it('is silent and waits for nothing once stopped', async () => {
    const { told, clock, observation } = observe(`<p>${HAN}</p>`);
    await clock.pass(1_000);
    observation.stop();
    document.body.innerHTML = `<h1>新</h1><p>${HAN}</p>`;
    observation.lookAgain();
    await clock.pass(10_000);
    expect(told).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it('rests while the page is in the cache and begins anew when it is shown', async () => {
    const { told, clock } = observe(`<h1>甲</h1><p>${HAN}</p>`);
    await clock.pass(1_000);
    transition('pagehide');
    document.querySelector('h1')!.textContent = '乙';
    await clock.pass(10_000);
    expect(told).toHaveLength(1);
    transition('pageshow');
    await clock.pass(1_000);
    expect(told.at(-1)?.headings).toEqual(['乙']);
  });

  it('tells an unchanged page anew when it is shown again: the tab has shown another since', async () => {
    const { told, clock } = observe(`<h1>甲</h1><p>${HAN}</p>`);
    await clock.pass(1_000);
    transition('pagehide');
    transition('pageshow');
    await clock.pass(1_000);
    expect(told.map(({ headings }) => headings)).toEqual([['甲'], ['甲']]);
  });
});
