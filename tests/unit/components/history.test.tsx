// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { History } from '../../../components/history/history.tsx';
import { HistoryError } from '../../../utils/history/database.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { historyPort, nothing } from '../../e2e/gallery/history-port.ts';
import { soon } from '../../fixtures/soon.ts';
import { changing } from './changing.ts';
import { button, click, show, textOf } from './show.tsx';

const log = { view: 'log', search: '' } as const;
const draw = (count: number, search = '') =>
  show(<History port={historyPort(count)} route={{ ...log, search }} onRoute={nothing} optionsUrl="#" />);

describe('the page', () => {
  test('without flags it says when there will be some', async () => {
    const root = await draw(0);
    expect(textOf(root)).toContain('No flags yet.');
  });

  test('a search without a match says so, and lets go of the filter', async () => {
    const root = await draw(5, 'no such host');
    expect(textOf(root)).toContain('No flag matches these filters.');
    expect(button(root, 'Clear filters')).toBeTruthy();
  });

  test('deleting all is undone by one button', async () => {
    const root = await draw(5);
    expect(textOf(root)).toContain('5 of 5 flags');
    await click(button(root, 'Delete all'));
    expect(textOf(root)).toContain('5 flags deleted.');
    expect(textOf(root)).toContain('No flags yet.');
    await click(button(root, 'Undo'));
    expect(textOf(root)).toContain('5 of 5 flags');
  });

  test('until the newest rows stand, nothing asks for all flags, whatever changes meanwhile', async () => {
    vi.stubGlobal('requestIdleCallback', (done: () => void) => done());
    const port = historyPort(5);
    const asked: string[] = [];
    let tell = nothing;
    let arrive = nothing;
    const newest = new Promise<void>((done) => {
      arrive = done;
    }).then(async () => ({ ...(await port.query(EVERYTHING, 0, 50)), counted: false as const }));
    const root = await show(
      <History
        port={{
          ...port,
          newest: () => newest,
          query: (...query) => {
            asked.push('all');
            return port.query(...query);
          },
          choices: () => {
            asked.push('choices');
            return port.choices();
          },
          onChange: (listener) => {
            const others = tell;
            tell = () => {
              others();
              listener();
            };
            return nothing;
          },
        }}
        route={log}
        onRoute={nothing}
        optionsUrl="#"
      />,
    );
    tell();
    expect(asked).toEqual([]);
    arrive();
    await soon(() => expect(asked).toContain('choices'));
    expect(asked[0]).toBe('all');
    expect(textOf(root)).toContain('5 of 5 flags');
  });

  test('what is counted beside the flags follows a deletion, and its undoing', async () => {
    const port = historyPort(5);
    let asked = 0;
    const overview = () => {
      asked += 1;
      return port.overview();
    };
    const root = await show(
      <History port={{ ...port, overview }} route={log} onRoute={nothing} optionsUrl="#" />,
    );
    const before = asked;
    await click(button(root, 'Delete all'));
    expect(asked).toBe(before + 1);
    await click(button(root, 'Undo'));
    expect(asked).toBe(before + 2);
  });

  test('a filter let go while flags are being deleted stays let go', async () => {
    const port = historyPort(5);
    let finish = nothing;
    const held = new Promise<void>((done) => {
      finish = done;
    });
    const root = await show(
      <History
        port={{ ...port, remove: (selection) => held.then(() => port.remove(selection)) }}
        route={{ ...log, search: 'kind:lookalike' }}
        onRoute={nothing}
        optionsUrl="#"
      />,
    );
    const [, found] = /(\d) of 5 flags/.exec(textOf(root)) ?? [];
    const others = 5 - Number(found);
    expect(others).toBeLessThan(5);
    await click([...root.querySelectorAll('button')].find((one) => /^Delete th/.test(textOf(one)))!);
    await click(button(root, 'Clear filters'));
    await soon(() => expect(textOf(root)).toContain('5 of 5 flags'));
    finish();
    await soon(() => expect(textOf(root)).toContain(`${others} of ${others} flags`));
  });

  test.each(['overview', 'query'] as const)(
    'a history that cannot be read is told where %s fails, and blames nobody',
    async (asked) => {
      const told = vi.spyOn(console, 'error').mockImplementation(nothing);
      const unreadable = async (cause: Error) => {
        const fails = { [asked]: () => Promise.reject(cause) };
        const root = await show(
          <History port={historyPort(1, fails)} route={log} onRoute={nothing} optionsUrl="#" />,
        );
        await soon(() => expect(root.querySelector('[role=alert]')).not.toBeNull());
        return textOf(root.querySelector('[role=alert]') as Element);
      };
      expect(await unreadable(new Error('closed'))).toContain('could not be read. Reload the page');
      expect(await unreadable(new HistoryError('refused'))).toContain('could not be read. Reload the page');
      // Reading it again would be of no use.
      expect(await unreadable(new HistoryError('newer'))).toContain('A later version of Ensign wrote');
      told.mockRestore();
    },
  );

  test('a page that could not be kept is told of while the history stands', async () => {
    const stands = historyPort(3);
    const overview = async () => ({ ...(await stands.overview()), unrecorded: 'newer' as const });
    const root = await show(
      <History port={{ ...stands, overview }} route={log} onRoute={nothing} optionsUrl="#" />,
    );
    expect(textOf(root.querySelector('[role=alert]') as Element)).toContain(
      'a later version of Ensign wrote',
    );
    expect(textOf(root)).toContain('3 of 3 flags');
  });

  test('an answer that does not come leaves what stands, and says so', async () => {
    let fails = false;
    const { port, change } = changing(historyPort(3));
    const told = vi.spyOn(console, 'error').mockImplementation(nothing);
    const overview = () => (fails ? Promise.reject(new Error('No SW')) : port.overview());
    const failing = { ...port, overview };
    const root = await show(<History port={failing} route={log} onRoute={nothing} optionsUrl="#" />);
    fails = true;
    await act(async () => change());
    expect(textOf(root.querySelector('[role=alert]') as Element)).toContain('could not be read');
    expect(textOf(root)).toContain('3 of 3 flags');
    told.mockRestore();
  });

  test('the chart is saved with its words in it, without the page around it', async () => {
    const saved: [string, string, string][] = [];
    const port = historyPort(120, {
      savePicture: async (...picture) => {
        saved.push(picture);
      },
    });
    const root = await show(<History port={port} route={log} onRoute={nothing} optionsUrl="#" />);
    await click(button(root, 'Save as SVG'));
    await click(button(root, 'Save as PNG'));
    expect(saved.map(([name, , kind]) => `${name}.${kind}`)).toEqual(['flags-a-day.svg', 'flags-a-day.png']);
    const said = (saved[0]?.[1] ?? '').replace(/<[^>]*>/g, ' ');
    for (const words of ['Flags a day', 'Lookalike', 'Pages checked', 'Oct 2026']) {
      expect(said.replaceAll(/&nbsp;|\u00a0/g, ' ')).toContain(words);
    }
    expect(saved[0]?.[1]).not.toContain('class=');
  });

  test("an exchange's drawing is saved with its name and key in it", async () => {
    const saved: [string, string, string][] = [];
    const port = historyPort(120, {
      savePicture: async (...picture) => {
        saved.push(picture);
      },
    });
    const route = { view: 'by-exchange', exchange: 'okx' } as const;
    const root = await show(<History port={port} route={route} onRoute={nothing} optionsUrl="#" />);
    await click(button(root, 'Save as PNG'));
    const [name, drawn = '', kind] = saved[0] ?? [];
    expect(`${name}.${kind}`).toBe('okx-lineage.png');
    const said = drawn.replace(/<[^>]*>/g, ' ');
    for (const words of ['Addresses of OKX', 'over time', 'okex.com', 'visit to an unproven address'])
      expect(said).toContain(words);
    expect(drawn).not.toMatch(/class=|below/);
  });

  test('export is not offered while there is none', async () => {
    expect(textOf(await draw(5))).not.toContain('Export');
  });
});
